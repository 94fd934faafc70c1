-- CreateTable
CREATE TABLE "LayerReaders" (
    "layerId" UUID NOT NULL,
    "processId" UUID NOT NULL,
    "readers" TEXT[],
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LayerReaders_pkey" PRIMARY KEY ("layerId","processId")
);

-- CreateIndex
CREATE INDEX "LayerReaders_seenAt_idx" ON "LayerReaders"("seenAt");
