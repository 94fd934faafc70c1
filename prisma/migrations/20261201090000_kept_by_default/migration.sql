-- When those who teach were told that the class's day of keeping comes; null: not yet, of the day that stands now.
ALTER TABLE "Class" ADD COLUMN "keepNoticedAt" TIMESTAMPTZ(3);

-- Classes that were kept for ever are kept until the end of a school year and a month, at least half a year from now.
UPDATE "Class" SET "keepUntil" = CASE
    WHEN make_date(extract(year FROM now())::int, 9, 1) > now() + interval '6 months' THEN make_date(extract(year FROM now())::int, 9, 1)
    ELSE make_date(extract(year FROM now())::int + 1, 9, 1)
  END
WHERE "keepUntil" IS NULL;
