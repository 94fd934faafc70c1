-- DropForeignKey
ALTER TABLE "Article" DROP CONSTRAINT "Article_ownerId_fkey";

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "formerOwnerId" UUID,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedById" UUID,
ADD COLUMN     "removedFrom" "Visibility",
ALTER COLUMN "ownerId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "deleteAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "private" BOOLEAN NOT NULL DEFAULT false;

-- What has been its owner's alone until now stays so.
UPDATE "Revision" r SET "private" = true FROM "Article" a WHERE a.id = r."articleId" AND a.visibility = 'private';

-- CreateIndex
CREATE INDEX "Article_removedAt_idx" ON "Article"("removedAt");

-- CreateIndex
CREATE INDEX "Article_formerOwnerId_idx" ON "Article"("formerOwnerId");

-- CreateIndex
CREATE INDEX "Assignment_deleteAt_idx" ON "Assignment"("deleteAt");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_formerOwnerId_fkey" FOREIGN KEY ("formerOwnerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
