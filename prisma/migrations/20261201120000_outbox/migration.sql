-- CreateTable
CREATE TABLE "Delivery" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "articleId" TEXT,
    "webhookId" INTEGER,
    "payload" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "gaveUpAt" TIMESTAMPTZ(3),
    "dryRun" BOOLEAN NOT NULL DEFAULT false,
    "lastStatus" INTEGER,
    "lastAnswer" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Delivery_channel" CHECK ("channel" IN ('indexnow', 'baidu', 'websub', 'webhook')),
    CONSTRAINT "Delivery_webhook" CHECK (("channel" = 'webhook') = ("webhookId" IS NOT NULL)),
    CONSTRAINT "Delivery_end" CHECK ("doneAt" IS NULL OR "gaveUpAt" IS NULL)
);

-- CreateTable
CREATE TABLE "PushChannel" (
    "channel" TEXT NOT NULL,
    "lastAt" TIMESTAMPTZ(3),
    "lastStatus" INTEGER,
    "lastAnswer" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "pausedUntil" TIMESTAMPTZ(3),
    "remain" INTEGER,
    "remainAt" TIMESTAMPTZ(3),

    CONSTRAINT "PushChannel_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "Webhook" (
    "id" SERIAL NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "events" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAt" TIMESTAMPTZ(3),
    "lastStatus" INTEGER,
    "lastAnswer" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMPTZ(3),
    "pausedUntil" TIMESTAMPTZ(3),
    "switchedOff" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Delivery_channel_id_idx" ON "Delivery"("channel", "id" DESC);

-- CreateIndex
CREATE INDEX "Delivery_webhookId_id_idx" ON "Delivery"("webhookId", "id" DESC);

-- CreateIndex
CREATE INDEX "Delivery_articleId_idx" ON "Delivery"("articleId");

-- CreateIndex
CREATE INDEX "Delivery_createdAt_idx" ON "Delivery"("createdAt");

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is not told yet, by address: told with a change of it, or not at all.
CREATE INDEX "Delivery_open_idx" ON "Delivery" ("channel", "target") WHERE "doneAt" IS NULL;
-- What waits, in the order it is sent; and what of a webhook waits for an earlier event of the same article.
CREATE INDEX "Delivery_waiting_idx" ON "Delivery" ("channel", "notBefore", "id") WHERE "doneAt" IS NULL AND "gaveUpAt" IS NULL;
CREATE INDEX "Delivery_hook_waiting_idx" ON "Delivery" ("webhookId", "articleId", "id") WHERE "doneAt" IS NULL AND "gaveUpAt" IS NULL;
CREATE INDEX "Delivery_gave_up_idx" ON "Delivery" ("channel", "gaveUpAt" DESC) WHERE "gaveUpAt" IS NOT NULL;
