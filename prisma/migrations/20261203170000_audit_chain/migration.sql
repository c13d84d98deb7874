-- CreateTable
CREATE TABLE "AuditLink" (
    "number" BIGINT NOT NULL,
    "entryId" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditLink_entryId_key" ON "AuditLink"("entryId");

-- What Prisma's schema cannot say. -------------------------------------------------------------------------------------

ALTER TABLE "AuditLink"
    ADD CONSTRAINT "AuditLink_number_counts_up" CHECK ("number" > 0),
    ADD CONSTRAINT "AuditLink_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$');
CREATE TRIGGER "AuditLink_append_only" BEFORE UPDATE OR DELETE ON "AuditLink" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditLink_stays" BEFORE TRUNCATE ON "AuditLink" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An entry as it is hashed: everything it says, in one form. The terminal asks for the same and hashes it by itself
-- (server/queries/verify-audit.ts), so that nobody hides a change by changing a function here.
CREATE FUNCTION audit_text(entry "AuditEntry") RETURNS text LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(entry."id", (extract(epoch FROM entry."at") * 1000)::bigint, entry."actorId", entry."actorName",
        entry."action", entry."subject", entry."label", entry."before"::text, entry."after"::text, entry."address",
        entry."userAgent")::text
$$;

-- One link of the chain. Whoever may write the record need not be able to write this: it is done by its owner.
CREATE FUNCTION link_audit_entry(entry "AuditEntry") RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    head "AuditLink";
BEGIN
    SELECT * INTO head FROM "AuditLink" ORDER BY "number" DESC LIMIT 1;
    INSERT INTO "AuditLink" ("number", "entryId", "hash") VALUES (
        coalesce(head."number", 0) + 1, entry."id",
        encode(sha256(convert_to(coalesce(head."hash", '') || audit_text(entry), 'UTF8')), 'hex'));
END $$;

-- At the very end of a transaction, so that nobody waits for another's work, only for its commit. The lock ends with the commit.
CREATE FUNCTION link_new_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('AuditLink', 0));
    -- What comes back from a backup has its link already.
    IF NOT EXISTS (SELECT FROM "AuditLink" WHERE "entryId" = NEW."id") THEN
        PERFORM link_audit_entry(NEW);
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION link_audit_entry("AuditEntry"), link_new_audit_entry() FROM PUBLIC;

-- What there is already. The first walk stops nobody; what is written meanwhile is linked once nobody else can write.
DO $$
DECLARE
    entry "AuditEntry";
BEGIN
    FOR entry IN SELECT * FROM "AuditEntry" ORDER BY "id" LOOP
        PERFORM link_audit_entry(entry);
    END LOOP;
END $$;
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_entryId_fkey"
    FOREIGN KEY ("entryId") REFERENCES "AuditEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE CONSTRAINT TRIGGER "AuditEntry_linked" AFTER INSERT ON "AuditEntry" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION link_new_audit_entry();
DO $$
DECLARE
    entry "AuditEntry";
BEGIN
    FOR entry IN
        SELECT e.* FROM "AuditEntry" e WHERE NOT EXISTS (SELECT FROM "AuditLink" l WHERE l."entryId" = e."id") ORDER BY e."id"
    LOOP
        PERFORM link_audit_entry(entry);
    END LOOP;
END $$;
