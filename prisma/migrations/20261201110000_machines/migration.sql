-- How much each month holds and when it last changed, for the index of sitemaps: read from the index alone.
CREATE INDEX "Article_listedAt_updatedAt_idx" ON "Article" ("listedAt", "updatedAt");
