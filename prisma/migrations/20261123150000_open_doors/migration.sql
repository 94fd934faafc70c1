-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('read', 'write', 'moderate');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('waiting', 'fetching', 'reading', 'ready', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "foreign" JSONB;

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scopes" "TokenScope"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleImport" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ownerId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'waiting',
    "received" INTEGER NOT NULL DEFAULT 0,
    "problem" JSONB,
    "finalAddress" TEXT,
    "contentType" TEXT,
    "raw" BYTEA,
    "fetchedAt" TIMESTAMPTZ(3),
    "result" JSONB,
    "articleId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessToken_userId_createdAt_idx" ON "AccessToken"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "ArticleImport_ownerId_createdAt_idx" ON "ArticleImport"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "ArticleImport_articleId_idx" ON "ArticleImport"("articleId");

-- CreateIndex
CREATE INDEX "ArticleImport_createdAt_idx" ON "ArticleImport"("createdAt");

-- CreateIndex
CREATE INDEX "Annotation_layerId_createdAt_id_idx" ON "Annotation"("layerId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Article_sourceUrl_idx" ON "Article"("sourceUrl");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleImport" ADD CONSTRAINT "ArticleImport_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleImport" ADD CONSTRAINT "ArticleImport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- From 0 to 0 stands what is said of the article as a whole.
ALTER TABLE "Anchor" DROP CONSTRAINT "Anchor_span_check";
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_span_check" CHECK ("start" >= 0 AND ("end" > "start" OR ("start" = 0 AND "end" = 0)));
