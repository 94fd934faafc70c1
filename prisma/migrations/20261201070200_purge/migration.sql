-- CreateIndex
CREATE INDEX "AccessToken_expiresAt_idx" ON "AccessToken"("expiresAt");

-- CreateIndex
CREATE INDEX "Draft_updatedAt_idx" ON "Draft"("updatedAt");

-- CreateIndex
CREATE INDEX "Annotation_deletedAt_idx" ON "Annotation"("deletedAt");

-- CreateIndex
CREATE INDEX "AuditRow_at_idx" ON "AuditRow"("at");
