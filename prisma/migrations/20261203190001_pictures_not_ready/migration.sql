-- What is looked for twice a minute (server/commands/queue-pictures.ts) is a few rows of very many.
CREATE INDEX "Media_not_ready" ON "Media" ("id") WHERE "state" <> 'ready' AND "originalKey" IS NOT NULL;
