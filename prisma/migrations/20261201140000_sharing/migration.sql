-- CreateTable
CREATE TABLE "ShareCount" (
    "articleId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ShareCount_pkey" PRIMARY KEY ("articleId","channel","day"),
    CONSTRAINT "ShareCount_channel_check" CHECK ("channel" ~ '^[a-z]{1,16}$'),
    CONSTRAINT "ShareCount_count_check" CHECK ("count" > 0)
);

-- CreateTable
CREATE TABLE "PopularArticle" (
    "span" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "articleId" TEXT NOT NULL,

    CONSTRAINT "PopularArticle_pkey" PRIMARY KEY ("span","position"),
    CONSTRAINT "PopularArticle_span_check" CHECK ("span" IN ('day', 'week'))
);

-- CreateTable
CREATE TABLE "WechatTicket" (
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WechatTicket_pkey" PRIMARY KEY ("kind")
);

-- CreateIndex
CREATE INDEX "PopularArticle_articleId_idx" ON "PopularArticle"("articleId");

-- AddForeignKey
ALTER TABLE "ShareCount" ADD CONSTRAINT "ShareCount_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PopularArticle" ADD CONSTRAINT "PopularArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
