CREATE EXTENSION IF NOT EXISTS pg_trgm;


-- What Prisma cannot say: a passage is never empty or reversed, and counters only grow.
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_span_check" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_version_check" CHECK ("version" >= 1);
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_number_check" CHECK ("number" >= 1);
