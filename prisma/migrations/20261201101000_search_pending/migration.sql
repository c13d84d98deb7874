-- Entries are put into the index by the hundred, which costs a sixth of one by one; the loop that fills it empties the list
-- (server/commands/fill-search.ts) as soon as it rests, since every search reads what waits there.
ALTER INDEX "SearchEntry_terms_idx" SET (gin_pending_list_limit = 8192);
