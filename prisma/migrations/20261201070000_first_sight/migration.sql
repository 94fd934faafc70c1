-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "projectedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "FirstSight" (
    "assignmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FirstSight_pkey" PRIMARY KEY ("assignmentId","userId")
);

-- CreateIndex
CREATE INDEX "FirstSight_userId_idx" ON "FirstSight"("userId");

-- AddForeignKey
ALTER TABLE "FirstSight" ADD CONSTRAINT "FirstSight_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FirstSight" ADD CONSTRAINT "FirstSight_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
