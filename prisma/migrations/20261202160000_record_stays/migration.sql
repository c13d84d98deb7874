-- The record cannot be emptied as a whole either.
CREATE TRIGGER "AuditEntry_stays" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
