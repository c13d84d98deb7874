-- One report that several outlets carry is one line in lists.
CREATE TABLE "ArticleFingerprint" (
    "articleId" TEXT NOT NULL,
    "values" INTEGER[],
    "keys" INTEGER[],
    CONSTRAINT "ArticleFingerprint_pkey" PRIMARY KEY ("articleId")
);
CREATE TABLE "StoryPlace" (
    "articleId" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "listedAt" TIMESTAMPTZ(3),
    CONSTRAINT "StoryPlace_pkey" PRIMARY KEY ("articleId")
);
CREATE INDEX "ArticleFingerprint_keys_idx" ON "ArticleFingerprint" USING GIN ("keys");
CREATE INDEX "StoryPlace_storyId_listedAt_articleId_idx" ON "StoryPlace"("storyId", "listedAt", "articleId");
ALTER TABLE "ArticleFingerprint" ADD CONSTRAINT "ArticleFingerprint_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StoryPlace" ADD CONSTRAINT "StoryPlace_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Not more than a few rows have a place in a story, so a trigger of its own costs an import nothing.
CREATE FUNCTION copy_listed_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT a."listedAt" INTO NEW."listedAt" FROM "Article" a WHERE a."id" = NEW."articleId";
    RETURN NEW;
END $$;
CREATE TRIGGER "StoryPlace_listedAt" BEFORE INSERT OR UPDATE ON "StoryPlace" FOR EACH ROW EXECUTE FUNCTION copy_listed_at();
CREATE FUNCTION spread_to_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "StoryPlace" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_story" AFTER UPDATE ON "Article" FOR EACH ROW
    WHEN (OLD."listedAt" IS DISTINCT FROM NEW."listedAt")
    EXECUTE FUNCTION spread_to_story();
