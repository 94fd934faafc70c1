-- CreateTable
CREATE TABLE "AssignmentDigest" (
    "assignmentId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssignmentDigest_pkey" PRIMARY KEY ("assignmentId")
);

-- AddForeignKey
ALTER TABLE "AssignmentDigest" ADD CONSTRAINT "AssignmentDigest_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;


