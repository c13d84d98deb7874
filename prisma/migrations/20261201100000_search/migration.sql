-- CreateTable
CREATE TABLE "SearchEntry" (
    "articleId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "listedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "terms" tsvector NOT NULL,
    "ranks" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("articleId","part")
);

-- CreateTable
CREATE TABLE "SearchStale" (
    "articleId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchStale_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "SearchEntry_version_idx" ON "SearchEntry"("version");

-- CreateIndex
CREATE INDEX "SearchEntry_terms_idx" ON "SearchEntry" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchStale" ADD CONSTRAINT "SearchStale_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What ranks is read of every hit and stays in the row; what finds is read by nobody but the index, and lies aside, packed.
ALTER TABLE "SearchEntry" ALTER COLUMN "ranks" SET STORAGE MAIN;
-- Few articles are longer than one entry holds.
CREATE INDEX "SearchEntry_long_idx" ON "SearchEntry" ("articleId") WHERE "part" > 0;
-- Entries are put into the index by the hundred, which costs a sixth of one by one; the loop that fills it empties the list
-- (server/commands/fill-search.ts) as soon as it rests, since every search reads what waits there.
ALTER INDEX "SearchEntry_terms_idx" SET (gin_pending_list_limit = 8192);

-- Whoever writes, an older version of the site too: what readers get is marked until somebody has made its entry anew.
CREATE FUNCTION mark_search_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD."listedAt" IS DISTINCT FROM NEW."listedAt" THEN
        UPDATE "SearchEntry" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
    END IF;
    INSERT INTO "SearchStale" ("articleId") VALUES (NEW."id") ON CONFLICT ("articleId") DO UPDATE SET "since" = now();
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_search_first" AFTER INSERT ON "Article" FOR EACH ROW
    WHEN (NEW."listedAt" IS NOT NULL) EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER "Article_search" AFTER UPDATE ON "Article" FOR EACH ROW
    WHEN (OLD."listedAt" IS DISTINCT FROM NEW."listedAt" OR (NEW."listedAt" IS NOT NULL
        AND (OLD."liveRevision" IS DISTINCT FROM NEW."liveRevision" OR OLD."sourceId" IS DISTINCT FROM NEW."sourceId")))
    EXECUTE FUNCTION mark_search_stale();
-- What is public already is found as soon as its entries are made, behind the running site.
INSERT INTO "SearchStale" ("articleId") SELECT "id" FROM "Article" WHERE "listedAt" IS NOT NULL;
