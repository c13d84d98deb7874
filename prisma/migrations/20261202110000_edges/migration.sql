-- Edges that keep pages, and what each of them has still to drop. No foreign key: publishing must not wait for an edge that is taken out.
CREATE TABLE "Edge" (
    "url" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edge_pkey" PRIMARY KEY ("url")
);

CREATE TABLE "Purge" (
    "id" BIGSERIAL NOT NULL,
    "edgeUrl" TEXT NOT NULL,
    "tags" TEXT[],
    "told" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Purge_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Purge_edgeUrl_notBefore_idx" ON "Purge"("edgeUrl", "notBefore");
