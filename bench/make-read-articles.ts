/**
 * SQL that fills an empty database with what machines read and no more: live articles of fifteen years, evenly spread, a tag each,
 * pictures on every third and texts on the newest. Half a minute at a million. Without triggers; deterministic but for the clock.
 */
export function readArticles(count: number): string {
  return `
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';
CREATE TEMP TABLE dropped (def text);
DO $$ DECLARE i record; BEGIN
  FOR i IN SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ('Article', 'ArticleTag', 'Revision')
    AND indexname NOT IN (SELECT conname FROM pg_constraint) LOOP
    INSERT INTO dropped VALUES (i.indexdef);
    EXECUTE format('DROP INDEX %I', i.indexname);
  END LOOP;
END $$;
INSERT INTO "Media" ("id", "origin", "width", "height", "sizeBytes", "renditions", "alt")
  SELECT repeat(md5(n::text), 2), 'bench', 1920, 1280, 400000, (SELECT jsonb_agg(jsonb_build_object('width', w, 'height', w * 2 / 3,
      'key', left(md5(n::text), 2) || '/' || repeat(md5(n::text), 2) || '-' || w || '.' || e))
    FROM unnest(ARRAY[320, 640, 960, 1280, 1920]) w, unnest(ARRAY['webp', 'avif']) e), '图' || n FROM generate_series(1, 500) n;
INSERT INTO "Tag" ("name", "slug", "sortKey") SELECT '标签' || n, 'tag-' || n, n::text FROM generate_series(1, 30000) n;
INSERT INTO "Article" ("id", "publication", "publishedAt", "updatedAt", "liveRevision", "draftRevision", "leadMediaId")
  SELECT lpad(n::text, 10, '0'), 'live', at, at, 1, 1, CASE WHEN n % 3 = 0 THEN repeat(md5((1 + n % 500)::text), 2) END
  FROM (SELECT n, now() - interval '15 years' * (1 - n::float8 / ${count}) AS at FROM generate_series(1, ${count}) n) made;
INSERT INTO "Revision" ("articleId", "number", "headline", "bodyHtml", "plainText", "characterCount", "sanitizerVersion", "contentHash", "author", "reason")
  SELECT "id", 1, '第' || "id" || '号消息', '<p>' || repeat('城市建设持续推进，', 120) || '</p>', repeat('城市建设持续推进，', 120), 1080, 1, "id", 'bench', 'bench'
  FROM "Article" WHERE "listedAt" > now() - interval '3 days';
INSERT INTO "ArticleTag" ("articleId", "tagId", "listedAt")
  SELECT "id", 1 + ("id"::bigint * 7919) % 30000, "listedAt" FROM "Article";
DO $$ DECLARE i record; BEGIN FOR i IN SELECT def FROM dropped LOOP EXECUTE i.def; END LOOP; END $$;
SET session_replication_role = DEFAULT;
-- next
VACUUM ANALYZE;
`
}
