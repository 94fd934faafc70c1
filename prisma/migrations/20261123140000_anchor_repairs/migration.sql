-- CreateEnum
CREATE TYPE "AnchorRepair" AS ENUM ('accepted', 'placed', 'superseded');

-- AlterTable
ALTER TABLE "Anchor" ADD COLUMN     "repair" "AnchorRepair";
