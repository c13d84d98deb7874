-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "shownAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Tag" ADD COLUMN     "shownAt" TIMESTAMPTZ(3);

-- What Prisma's schema cannot say. -------------------------------------------------------------------------------------

-- A tag or an outlet with nothing public is not to be known of, unless readers had its address once. That is noted when something
-- readers had leaves it, whoever takes it away: an import of new articles pays nothing for it.
CREATE FUNCTION note_shown_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Source" SET "shownAt" = OLD."listedAt"
        WHERE "id" = OLD."sourceId" AND "shownAt" IS NULL AND OLD."listedAt" <= clock_timestamp();
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_shown_source" AFTER UPDATE ON "Article" FOR EACH ROW
    WHEN (OLD."listedAt" IS NOT NULL AND OLD."sourceId" IS NOT NULL
        AND (OLD."listedAt" IS DISTINCT FROM NEW."listedAt" OR OLD."sourceId" IS DISTINCT FROM NEW."sourceId"))
    EXECUTE FUNCTION note_shown_source();

CREATE FUNCTION note_shown_tag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Tag" SET "shownAt" = OLD."listedAt"
        WHERE "id" = OLD."tagId" AND "shownAt" IS NULL AND OLD."listedAt" <= clock_timestamp();
    RETURN NULL;
END $$;
CREATE TRIGGER "ArticleTag_shown_tag" AFTER UPDATE ON "ArticleTag" FOR EACH ROW
    WHEN (OLD."listedAt" IS NOT NULL AND (OLD."listedAt" IS DISTINCT FROM NEW."listedAt" OR OLD."tagId" <> NEW."tagId"))
    EXECUTE FUNCTION note_shown_tag();
CREATE TRIGGER "ArticleTag_shown_tag_gone" AFTER DELETE ON "ArticleTag" FOR EACH ROW
    WHEN (OLD."listedAt" IS NOT NULL) EXECUTE FUNCTION note_shown_tag();

-- Of what was before, only this is known.
UPDATE "Source" s SET "shownAt" = now() WHERE EXISTS (SELECT 1 FROM "Article" a WHERE a."sourceId" = s."id"
    AND a."publication" IN ('unpublished', 'withdrawn') AND a."liveRevision" IS NOT NULL AND a."publishedAt" <= now());
UPDATE "Tag" t SET "shownAt" = now() WHERE EXISTS (SELECT 1 FROM "ArticleTag" l JOIN "Article" a ON a."id" = l."articleId"
    WHERE l."tagId" = t."id" AND a."publication" IN ('unpublished', 'withdrawn') AND a."liveRevision" IS NOT NULL AND a."publishedAt" <= now());

-- The address of a tag that was deleted leads nowhere, and says that it did once.
ALTER TABLE "Redirect" DROP CONSTRAINT "Redirect_one_target",
    ADD CONSTRAINT "Redirect_one_target" CHECK (num_nonnulls("articleId", "categoryId", "tagId", "sourceId", "mediaId") <= 1);
