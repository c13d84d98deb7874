-- CreateEnum
CREATE TYPE "Publication" AS ENUM ('unpublished', 'scheduled', 'live', 'withdrawn');

-- CreateEnum
CREATE TYPE "Workflow" AS ENUM ('draft', 'first_review', 'second_review', 'final_review', 'returned', 'ready');

-- CreateEnum
CREATE TYPE "ArticleType" AS ENUM ('original', 'reprint', 'translation', 'wire', 'contributed');

-- CreateEnum
CREATE TYPE "BylineRole" AS ENUM ('reporter', 'correspondent', 'author', 'photographer', 'editor', 'proofreader');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('created', 'changed', 'unchanged', 'duplicate', 'refused');

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL,
    "publication" "Publication" NOT NULL DEFAULT 'unpublished',
    "workflow" "Workflow" NOT NULL DEFAULT 'draft',
    "type" "ArticleType" NOT NULL DEFAULT 'original',
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "publishedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "liveRevision" INTEGER,
    "draftRevision" INTEGER,
    "sourceId" INTEGER,
    "sourceUrl" TEXT,
    "leadMediaId" TEXT,
    "externalId" TEXT,
    "importKey" TEXT,
    "importPath" TEXT,
    "feedId" TEXT,
    "headlineTerms" tsvector,
    "listedAt" TIMESTAMPTZ(3) GENERATED ALWAYS AS (CASE WHEN "publication" = 'live' THEN "publishedAt" END) STORED,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "kicker" TEXT,
    "subhead" TEXT,
    "standfirst" TEXT,
    "bodyHtml" TEXT NOT NULL,
    "plainText" TEXT NOT NULL,
    "characterCount" INTEGER NOT NULL,
    "sourceText" TEXT,
    "sanitizerVersion" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("articleId","number")
);

-- CreateTable
CREATE TABLE "Byline" (
    "articleId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "role" "BylineRole" NOT NULL,

    CONSTRAINT "Byline_pkey" PRIMARY KEY ("articleId","revision","position")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "archiveName" TEXT,
    "sortKey" TEXT NOT NULL,
    "parentId" INTEGER,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleCategory" (
    "articleId" TEXT NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "listedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ArticleCategory_pkey" PRIMARY KEY ("articleId","categoryId")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleTag" (
    "articleId" TEXT NOT NULL,
    "tagId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "listedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ArticleTag_pkey" PRIMARY KEY ("articleId","tagId")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "path" TEXT NOT NULL,
    "articleId" TEXT,
    "categoryId" INTEGER,
    "mediaId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "renditions" JSONB NOT NULL,
    "alt" TEXT,
    "credit" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" SERIAL NOT NULL,
    "archive" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "counts" JSONB,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportItem" (
    "archive" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "outcome" "ImportOutcome" NOT NULL,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "articleId" TEXT,
    "runId" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportItem_pkey" PRIMARY KEY ("archive","path")
);

-- CreateTable
CREATE TABLE "BusEvent" (
    "id" BIGSERIAL NOT NULL,
    "tags" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BusEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_importKey_key" ON "Article"("importKey");

-- CreateIndex
CREATE INDEX "Article_listedAt_id_idx" ON "Article"("listedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_sourceId_listedAt_id_idx" ON "Article"("sourceId", "listedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_externalId_idx" ON "Article"("externalId");

-- CreateIndex
CREATE INDEX "Article_headlineTerms_idx" ON "Article" USING GIN ("headlineTerms");

-- CreateIndex
CREATE INDEX "Byline_personId_idx" ON "Byline"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slug_key" ON "Person"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Category_archiveName_key" ON "Category"("archiveName");

-- CreateIndex
CREATE INDEX "Category_parentId_idx" ON "Category"("parentId");

-- CreateIndex
CREATE INDEX "ArticleCategory_categoryId_listedAt_articleId_idx" ON "ArticleCategory"("categoryId", "listedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_name_key" ON "Tag"("name");

-- CreateIndex
CREATE INDEX "ArticleTag_tagId_listedAt_articleId_idx" ON "ArticleTag"("tagId", "listedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Source_name_key" ON "Source"("name");

-- CreateIndex
CREATE INDEX "Redirect_articleId_idx" ON "Redirect"("articleId");

-- CreateIndex
CREATE INDEX "ImportItem_articleId_idx" ON "ImportItem"("articleId");

-- CreateIndex
CREATE INDEX "ImportItem_runId_idx" ON "ImportItem"("runId");

-- CreateIndex
CREATE INDEX "BusEvent_createdAt_idx" ON "BusEvent"("createdAt");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_leadMediaId_fkey" FOREIGN KEY ("leadMediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_liveRevision_fkey" FOREIGN KEY ("id", "liveRevision") REFERENCES "Revision"("articleId", "number") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_draftRevision_fkey" FOREIGN KEY ("id", "draftRevision") REFERENCES "Revision"("articleId", "number") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_articleId_revision_fkey" FOREIGN KEY ("articleId", "revision") REFERENCES "Revision"("articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleCategory" ADD CONSTRAINT "ArticleCategory_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleCategory" ADD CONSTRAINT "ArticleCategory_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTag" ADD CONSTRAINT "ArticleTag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTag" ADD CONSTRAINT "ArticleTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say. -------------------------------------------------------------------------------------

-- A published article has a time, a live one a text; nothing readers see is blank.
ALTER TABLE "Article"
    ADD CONSTRAINT "Article_published_has_time" CHECK ("publication" = 'unpublished' OR "publishedAt" IS NOT NULL),
    ADD CONSTRAINT "Article_live_has_revision" CHECK ("publication" NOT IN ('live', 'withdrawn', 'scheduled') OR "liveRevision" IS NOT NULL),
    ADD CONSTRAINT "Article_id_form" CHECK ("id" ~ '^[0-9a-z]{8,16}$'),
    ADD CONSTRAINT "Article_version_counts_up" CHECK ("version" > 0),
    ADD CONSTRAINT "Article_year" CHECK ("publishedAt" >= '0001-01-01T00:00:00Z' AND "publishedAt" < '10000-01-01T00:00:00Z');
ALTER TABLE "Revision"
    ADD CONSTRAINT "Revision_headline_not_blank" CHECK (btrim("headline") <> ''),
    ADD CONSTRAINT "Revision_number_counts_up" CHECK ("number" > 0);
ALTER TABLE "Category" ADD CONSTRAINT "Category_named" CHECK ("name" <> '' AND "slug" <> '' AND "parentId" IS DISTINCT FROM "id");
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_named" CHECK ("name" <> '' AND "slug" <> '');
ALTER TABLE "Source" ADD CONSTRAINT "Source_named" CHECK ("name" <> '' AND "slug" <> '');
ALTER TABLE "Redirect"
    ADD CONSTRAINT "Redirect_path_is_absolute" CHECK ("path" LIKE '/%'),
    ADD CONSTRAINT "Redirect_one_target" CHECK (num_nonnulls("articleId", "categoryId", "mediaId") = 1);
ALTER TABLE "Media" ADD CONSTRAINT "Media_has_size" CHECK ("width" > 0 AND "height" > 0 AND "sizeBytes" > 0);

-- What becomes due next, without walking the archive.
CREATE INDEX "Article_scheduled_idx" ON "Article" ("publishedAt") WHERE "publication" = 'scheduled';

-- Lists by category and tag are one index walk each: listedAt is copied to the join rows, by the database, never by hand.
CREATE FUNCTION copy_listed_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT a."listedAt" INTO NEW."listedAt" FROM "Article" a WHERE a."id" = NEW."articleId";
    RETURN NEW;
END $$;
CREATE TRIGGER "ArticleCategory_listedAt" BEFORE INSERT OR UPDATE ON "ArticleCategory" FOR EACH ROW EXECUTE FUNCTION copy_listed_at();
CREATE TRIGGER "ArticleTag_listedAt" BEFORE INSERT OR UPDATE ON "ArticleTag" FOR EACH ROW EXECUTE FUNCTION copy_listed_at();
CREATE FUNCTION spread_listed_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "ArticleCategory" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
    UPDATE "ArticleTag" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_listedAt" AFTER UPDATE ON "Article" FOR EACH ROW
    WHEN (OLD."listedAt" IS DISTINCT FROM NEW."listedAt") EXECUTE FUNCTION spread_listed_at();

-- Revisions are a record: written once, never changed, never deleted.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Revision_append_only" BEFORE UPDATE OR DELETE ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
