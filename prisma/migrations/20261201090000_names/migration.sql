-- What a name is found by from within: each of its characters, each pair of neighbours, and what it begins with, lower case.
-- 新乡报 → ^新 新 乡 报 新乡 乡报. An index over it answers "names that hold 乡" without reading every name; Prisma's schema cannot
-- say it. newsroom/desk/suggestion.ts cuts what somebody types in the same way.
CREATE FUNCTION name_parts(name text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT substr(lower(name), i, n)) || ('^' || substr(lower(name), 1, 1))
  FROM generate_series(1, char_length(name)) i, generate_series(1, 2) n
$$;

CREATE INDEX "Tag_name_parts_idx" ON "Tag" USING GIN (name_parts("name"));
CREATE INDEX "TagSynonym_term_parts_idx" ON "TagSynonym" USING GIN (name_parts("term"));
CREATE INDEX "Source_name_parts_idx" ON "Source" USING GIN (name_parts("name"));
CREATE INDEX "Person_name_parts_idx" ON "Person" USING GIN (name_parts("name"));
