-- What machines deliver articles with.
CREATE TABLE "ApiToken" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "wire" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "categoryIds" INTEGER[],
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "usedOn" DATE,
    "minuteSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "minuteCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_createdById_fkey"
    FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ApiToken"
    ADD CONSTRAINT "ApiToken_hash_form" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "ApiToken_prefix_is_no_secret" CHECK (length("prefix") <= 12),
    ADD CONSTRAINT "ApiToken_wire_form" CHECK ("wire" ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'),
    ADD CONSTRAINT "ApiToken_scopes" CHECK ("scopes" <@ ARRAY['ingest:draft', 'ingest:publish'] AND cardinality("scopes") > 0);

-- Who asks the API for what changed since, finds it without walking the whole archive.
CREATE INDEX "Article_listed_updatedAt_idx" ON "Article"("updatedAt" DESC) WHERE "listedAt" IS NOT NULL;
