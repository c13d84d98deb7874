-- A role for the site that owns nothing: it cannot change what was recorded, nor switch off what refuses a change.
-- Run by the owner of the database, in it, after `npm run migrate -- deploy` and `npm start` have run once as the owner:
--     CREATE ROLE broadsheet_site LOGIN PASSWORD '…';
--     psql -f deploy/postgresql/site-role.sql "$OWNERS_DATABASE_URL"
-- and again after each update, once its migrations are in. It may be run as often as one likes.
GRANT USAGE ON SCHEMA public, pgboss TO broadsheet_site;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO broadsheet_site;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO broadsheet_site;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO broadsheet_site;

-- What was done, and every text there ever was: added to, never changed. The chain is the database's own.
REVOKE UPDATE, DELETE ON "AuditEntry", "Revision" FROM broadsheet_site;
REVOKE INSERT, UPDATE, DELETE ON "AuditLink" FROM broadsheet_site;
REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM broadsheet_site;
