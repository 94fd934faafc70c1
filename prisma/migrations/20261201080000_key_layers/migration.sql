-- Every exercise has the layer of its key from the beginning: opening a page makes nothing.
WITH missing AS (
  SELECT a.id AS "assignmentId", gen_random_uuid() AS "layerId", l."articleId", l.name, l."codebookSlug", l."codebookVersion"
  FROM "Assignment" a JOIN "Layer" l ON l.id = a."layerId"
  WHERE a."keyLayerId" IS NULL
), made AS (
  INSERT INTO "Layer" (id, kind, "articleId", name, "codebookSlug", "codebookVersion")
  SELECT "layerId", 'key', "articleId", name, "codebookSlug", "codebookVersion" FROM missing
)
UPDATE "Assignment" a SET "keyLayerId" = missing."layerId" FROM missing WHERE missing."assignmentId" = a.id;
