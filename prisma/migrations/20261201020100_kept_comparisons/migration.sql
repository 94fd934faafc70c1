-- CreateTable
CREATE TABLE "KeptComparison" (
    "articleId" UUID NOT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KeptComparison_pkey" PRIMARY KEY ("articleId","from","to")
);

-- AddForeignKey
ALTER TABLE "KeptComparison" ADD CONSTRAINT "KeptComparison_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "SummaryClaim" (
    "layerId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SummaryClaim_pkey" PRIMARY KEY ("layerId")
);

-- AddForeignKey
ALTER TABLE "SummaryClaim" ADD CONSTRAINT "SummaryClaim_layerId_fkey" FOREIGN KEY ("layerId") REFERENCES "Layer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
