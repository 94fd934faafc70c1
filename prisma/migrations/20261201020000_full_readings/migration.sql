-- CreateTable
CREATE TABLE "FullReading" (
    "layerId" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FullReading_pkey" PRIMARY KEY ("layerId","readerId")
);

-- CreateIndex
CREATE INDEX "FullReading_readerId_idx" ON "FullReading"("readerId");

-- AddForeignKey
ALTER TABLE "FullReading" ADD CONSTRAINT "FullReading_layerId_fkey" FOREIGN KEY ("layerId") REFERENCES "Layer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FullReading" ADD CONSTRAINT "FullReading_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
