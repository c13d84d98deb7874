/**
 * SQL that fills an empty database with articles as a desk of fifteen years has them: nearly all live, some thousands in
 * work, common and rare categories, tags, people and words, and some of each that lie years back, where an index by date
 * alone would walk far. Written by one server, without its triggers; deterministic.
 */
export function deskArticles(count: number): string {
  return `
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
SELECT setseed(0.42);
CREATE TEMP TABLE dropped (def text);
-- The earlier a word stands in the list, the oftener it is used.
CREATE FUNCTION pg_temp.pick(seed double precision) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT ('{${WORDS.join()}}'::text[])[1 + floor(${WORDS.length} * seed ^ 2.2)::int] $$;
CREATE TEMP TABLE passage AS SELECT n::int, (SELECT string_agg(pg_temp.pick(random()), '' ORDER BY k) FROM generate_series(1, 120 + n * 0) k) || '。' AS t
  FROM generate_series(1, 2000) n;
ANALYZE passage;
INSERT INTO "Staff" ("id", "email", "name", "role", "updatedAt") SELECT 'staff-' || n, 'staff' || n || '@example.test', '编辑' || n,
  (CASE WHEN n <= 2 THEN 'administrator' WHEN n <= 5 THEN 'chief' WHEN n <= 15 THEN 'editor' ELSE 'reporter' END)::"Role", now()
  FROM generate_series(1, 60) n;
INSERT INTO "Category" ("name", "slug", "sortKey", "parentId") SELECT '栏目' || n, 'category-' || n, lpad(n::text, 3, '0'),
  CASE WHEN n > 12 THEN 1 + n % 12 END FROM generate_series(1, 60) n;
INSERT INTO "Tag" ("name", "slug", "sortKey") SELECT '标签' || n, 'tag-' || n, n::text FROM generate_series(1, 5000) n;
INSERT INTO "Source" ("name", "slug") SELECT '来源' || n, 'source-' || n FROM generate_series(1, 200) n;
INSERT INTO "Person" ("name", "slug") SELECT '记者' || n, 'person-' || n FROM generate_series(1, 2000) n;
-- Row n of ${count}: the last ones are the newest; of each thousand the newest six or so are still in work.
CREATE TEMP TABLE made AS SELECT n, lpad(n::text, 10, '0') AS id,
  timestamptz '2011-01-01' + (now() - timestamptz '2011-01-01') * (n::float8 / ${count}) AS at,
  (SELECT string_agg(pg_temp.pick(random()), '') FROM generate_series(1, 7 + n * 0)) AS headline,
  CASE WHEN n % 400 = 7 THEN 'draft' WHEN n % 1600 = 9 THEN 'first_review' WHEN n % 3000 = 11 THEN 'second_review'
    WHEN n % 5000 = 13 THEN 'final_review' WHEN n % 4000 = 15 THEN 'returned' ELSE 'ready' END AS workflow,
  CASE WHEN n % 250 = 17 THEN 'withdrawn' WHEN n % 10000 = 19 THEN 'scheduled' WHEN n % 200 = 21 OR n % 5000 = 23
    OR n % 400 = 7 OR n % 3200 = 9 THEN 'unpublished' ELSE 'live' END AS publication,
  random() AS r1, random() AS r2, random() AS r3, random() AS r4
  FROM generate_series(1, ${count}) n;
${bulk('Article')}
INSERT INTO "Article" ("id", "publication", "workflow", "type", "publishedAt", "updatedAt", "createdAt", "liveRevision", "draftRevision",
    "sourceId", "headlineTerms", "touchedAt", "createdById", "plannedFor", "urgentAt", "waitingSince", "discardedAt", "returnReason")
  SELECT id, publication::"Publication", workflow::"Workflow",
    (CASE WHEN r1 < 0.7 THEN 'reprint' WHEN r1 < 0.95 THEN 'original' WHEN r1 < 0.99 THEN 'wire'
      WHEN n < ${count} / 8 THEN 'translation' ELSE 'contributed' END)::"ArticleType",
    CASE WHEN publication = 'scheduled' THEN now() + r1 * interval '9 days' WHEN publication <> 'unpublished' THEN at END,
    at, at, CASE WHEN publication <> 'unpublished' THEN 1 END, 1, CASE WHEN r1 < 0.75 THEN 1 + floor(200 * r2 ^ 3)::int END,
    (SELECT array_to_tsvector(array_agg(DISTINCT substr(headline, k, 2))) FROM generate_series(1, char_length(headline)) k),
    at + r3 * interval '2 hours', CASE WHEN n % 5 = 0 THEN 'staff-' || (1 + floor(60 * r4))::int END,
    CASE WHEN n % 700 = 7 THEN current_date + (r2 * 20)::int END, CASE WHEN n % 20000 = 25 THEN at END,
    CASE WHEN workflow LIKE '%review' OR n % 5000 = 23 THEN at END, CASE WHEN n % 200 = 21 THEN at END,
    CASE WHEN workflow = 'returned' THEN '导语请再压缩' END
  FROM made;
INSERT INTO "Revision" ("articleId", "number", "headline", "bodyHtml", "plainText", "characterCount", "sanitizerVersion", "contentHash", "author", "reason")
  SELECT id, 1, headline, '', p1.t || p2.t || p3.t, 700, 1, id, 'bench', 'bench' FROM made
  JOIN passage p1 ON p1.n = 1 + floor(2000 * r1)::int JOIN passage p2 ON p2.n = 1 + floor(2000 * r2)::int
  JOIN passage p3 ON p3.n = 1 + floor(2000 * r3)::int;
${bulk('ArticleCategory')}
-- Category 2 has what is older than twelve years; the last ten categories have a few each.
INSERT INTO "ArticleCategory" ("articleId", "categoryId", "position", "listedAt", "touchedAt")
  SELECT a."id", CASE WHEN m.n < ${count} / 6 AND m.r1 < 0.5 THEN 2 WHEN m.n % 1000 = 3 THEN 51 + m.n / 1000 % 10
    ELSE (ARRAY[1,1,1,1,3,3,4,5,6,7,8,9])[1 + floor(12 * m.r4)::int] + CASE WHEN m.r2 < 0.4 THEN 12 * (1 + floor(3 * m.r3)::int) ELSE 0 END END, 0,
    a."listedAt", a."touchedAt" FROM made m JOIN "Article" a ON a."id" = m.id;
${bulk('ArticleTag')}
INSERT INTO "ArticleTag" ("articleId", "tagId", "position", "listedAt", "touchedAt")
  SELECT a."id", x.tag, min(x.k) - 1, a."listedAt", a."touchedAt" FROM made m JOIN "Article" a ON a."id" = m.id
  CROSS JOIN LATERAL (SELECT k, 1 + floor(5000 * (CASE k WHEN 1 THEN m.r1 WHEN 2 THEN m.r2 ELSE m.r3 END) ^ 4)::int AS tag FROM generate_series(1, 3) k) x
  WHERE x.tag <> 7 OR m.n < ${count} / 6 GROUP BY a."id", x.tag;
${bulk('Byline')}
INSERT INTO "Byline" ("articleId", "revision", "position", "personId", "role", "listedAt", "touchedAt")
  SELECT a."id", 1, 0, 1 + floor(2000 * m.r2 ^ 3)::int, 'reporter', a."listedAt", a."touchedAt"
  FROM made m JOIN "Article" a ON a."id" = m.id WHERE m.r3 < 0.6;
INSERT INTO "Draft" ("articleId", "content", "contentHash", "headline", "plainText", "characterCount", "headlineTerms", "writerIds", "revision")
  SELECT a."id", jsonb_build_object('kicker', '', 'headline', m.headline, 'bodyHtml', '<p>' || r."plainText" || '</p>', 'tagIds', '[]'::jsonb,
      'bylines', '[]'::jsonb, 'categoryIds', (SELECT jsonb_agg(c."categoryId") FROM "ArticleCategory" c WHERE c."articleId" = a."id")),
    a."id", m.headline, r."plainText", 700, a."headlineTerms", CASE WHEN a."createdById" IS NULL THEN '{}' ELSE ARRAY[a."createdById"] END,
    CASE WHEN m.n % 2 = 0 THEN 1 END
  FROM made m JOIN "Article" a ON a."id" = m.id JOIN "Revision" r ON r."articleId" = a."id"
  WHERE m.workflow <> 'ready' OR m.publication = 'unpublished' OR m.n % 20 = 0;
INSERT INTO "Schedule" ("articleId", "action", "at", "revision") SELECT "id", 'publish', "publishedAt", 1 FROM "Article" WHERE "publication" = 'scheduled';
${REBUILD}
SET session_replication_role = DEFAULT;
-- next
VACUUM ANALYZE;
`
}

const WORDS = (
  '市 全 新 发展 城市 项目 建设 经济 我市 工作 服务 社区 交通 公园 学校 居民 企业 地铁 医院 开放 道路 春季 秋季 老街 河道 图书馆 博物馆 菜场 ' +
  '港口 渔业 茶园 稻田 果园 山村 古镇 书店 剧场 画展 音乐 马拉松 足球 篮球 乒乓 游泳 骑行 徒步 观鸟 天文 气象 台风 暴雨 高温 寒潮 大雾 ' +
  '供暖 用电 节水 垃圾 分类 回收 绿道 夜市 早点 养老 托育 助残 就业 技能 夜校 讲座 展览 考古 修缮 非遗 皮影 剪纸 锣鼓 龙舟 灯会 庙会 ' +
  '种子 农机 冷链 快递 电商 直播 芯片 机床 轴承 纺织 造纸 玻璃 陶瓷 风电 光伏 储能 氢能 电池 充电桩 换电 航线 班列 口岸 保税 仲裁 ' +
  '调解 公证 普法 巡回 审判 消防 演练 急救 献血 疫苗 体检 义诊 口腔 护眼 睡眠 膳食 烘焙 咖啡 豆浆 粽子 月饼 腊八 元宵 青团'
).split(' ')

/** Index by index afterwards is several times quicker than row by row. */
const bulk = (table: string) =>
  `DO $$ DECLARE i record; BEGIN
  FOR i IN SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = '${table}'
    AND indexname NOT IN (SELECT conname FROM pg_constraint) LOOP
    INSERT INTO dropped VALUES (i.indexdef);
    EXECUTE format('DROP INDEX %I', i.indexname);
  END LOOP;
END $$;`
const REBUILD = `DO $$ DECLARE i record; BEGIN FOR i IN SELECT def FROM dropped LOOP EXECUTE i.def; END LOOP; END $$;`
