-- When the person of a session last proved who they are: for what asks for a recent sign-in.
ALTER TABLE "Session" ADD COLUMN "provenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "Session" SET "provenAt" = "createdAt";

-- Sign-in codes on paper end with the school year; those there are last until the end of the one under way.
ALTER TABLE "User" ADD COLUMN "signInCodeEndsAt" TIMESTAMPTZ(3);
UPDATE "User" SET "signInCodeEndsAt" = CASE WHEN CURRENT_DATE < make_date(EXTRACT(YEAR FROM CURRENT_DATE)::int, 6, 1)
  THEN make_date(EXTRACT(YEAR FROM CURRENT_DATE)::int, 8, 1) ELSE make_date(EXTRACT(YEAR FROM CURRENT_DATE)::int + 1, 8, 1) END::timestamptz
WHERE "signInCodeHash" IS NOT NULL;
