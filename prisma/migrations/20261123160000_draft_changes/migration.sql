-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "changes" JSONB;


