-- The address of an article that was never anybody's but its owner's has a mark drawn by lot, so that the number of the next
-- public one of its title does not tell of it. New ones have had it since 1 December 2026.
UPDATE "Article" a SET slug = regexp_replace(slug, '-[0-9]{1,9}$', '') || '-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 10)
WHERE visibility = 'private' AND slug !~ '-[0-9a-f]{10}$'
  AND "removedFrom" IS DISTINCT FROM 'public'
  AND NOT EXISTS (SELECT FROM "Revision" r WHERE r."articleId" = a.id AND NOT r.private);
