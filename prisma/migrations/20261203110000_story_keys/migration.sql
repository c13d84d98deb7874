-- What an index of this kind puts aside for later is read from end to end at every comparison: up to 4 MB, thirty milliseconds.
ALTER INDEX "ArticleFingerprint_keys_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('"ArticleFingerprint_keys_idx"');
-- Keys stand in their span of three days (newsroom/text-fingerprint.ts, keysInSpan): what came out years apart never meets. A server of
-- before compares with its own keys, finds fewer copies meanwhile, and writes what the next comparison of that article mends.
UPDATE "ArticleFingerprint" f SET "keys" = ARRAY(
    SELECT k # (((floor(extract(epoch FROM a."listedAt") / 259200)::bigint + 1) * 2654435761 + 2147483648 & 4294967295) - 2147483648)::int
    FROM unnest(f."keys") WITH ORDINALITY u(k, n) ORDER BY n)
FROM "Article" a WHERE a."id" = f."articleId" AND a."listedAt" IS NOT NULL;
