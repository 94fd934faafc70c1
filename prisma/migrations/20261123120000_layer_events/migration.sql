-- AlterTable
ALTER TABLE "AuditRow" ADD COLUMN     "layerId" UUID,
ADD COLUMN     "transaction" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateIndex
CREATE INDEX "AuditRow_layerId_transaction_idx" ON "AuditRow"("layerId", "transaction");

-- AddForeignKey
ALTER TABLE "AuditRow" ADD CONSTRAINT "AuditRow_layerId_fkey" FOREIGN KEY ("layerId") REFERENCES "Layer"("id") ON DELETE CASCADE ON UPDATE CASCADE;


