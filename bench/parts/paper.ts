export interface PaperPlan {
  articles: number
  /** when the newest came out, epoch ms */
  endMs: number
  /** marks all of it for the search index, which `npm run reindex` then makes */
  searchable?: boolean
}

/** So many of the newest have 3,000 characters, as what is measured has; all others 1,000, 3 KB, as usual reports have. */
export const LONG_ARTICLES = 2_000
const LONG = 3_000
const SHORT = 1_000
const YEARS_MS = 15 * 365 * 86_400_000
const CHINA_MS = 8 * 3_600_000
const CATEGORIES = 60
const TAGS = 3_000
const SOURCES = 200
const PEOPLE = 500

/** The address of an article, from 1 (the oldest) to as many as there are. */
export function addressOf(number: number, { articles, endMs }: PaperPlan): string {
  const at = Number(BigInt(endMs - YEARS_MS) + (BigInt(YEARS_MS) * BigInt(number)) / BigInt(articles))
  const day = new Date(at + CHINA_MS).toISOString().slice(0, 10)
  return `/${day.replaceAll('-', '/')}/${String(number).padStart(10, '0')}`
}

/**
 * SQL that fills an empty database with a whole paper: live articles of fifteen years, evenly spread, each with its text, a category,
 * two tags, a source, a reporter; pictures on every third. Without triggers; deterministic.
 */
export function paper({ articles, endMs, searchable = false }: PaperPlan): string {
  return `
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
SELECT setseed(0.42);
CREATE TEMP TABLE dropped (def text);
DO $$ DECLARE i record; BEGIN
  FOR i IN SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    AND tablename IN ('Article', 'Revision', 'ArticleCategory', 'ArticleTag', 'Byline')
    AND indexname NOT IN (SELECT conname FROM pg_constraint) LOOP
    INSERT INTO dropped VALUES (i.indexdef);
    EXECUTE format('DROP INDEX %I', i.indexname);
  END LOOP;
END $$;
CREATE TEMP TABLE passage AS SELECT n::int, (SELECT left(string_agg(('{${WORDS.join()}}'::text[])[1 + floor(${WORDS.length} * random() ^ 2)::int]
    || CASE WHEN k % 7 = 0 THEN '，' ELSE '' END, '' ORDER BY k), 99) FROM generate_series(1, 60 + n * 0) k) || '。' AS t
  FROM generate_series(1, 2000) n;
ANALYZE passage;
CREATE TEMP TABLE body AS SELECT b.n, size, string_agg('<p>' || t || '</p>', '' ORDER BY k) AS html, string_agg(t, E'\\n' ORDER BY k) AS plain
  FROM unnest(ARRAY[${SHORT}, ${LONG}]) size CROSS JOIN generate_series(0, 499) b (n) CROSS JOIN LATERAL generate_series(1, size / 100) k
  JOIN passage p ON p.n = 1 + (b.n * 7919 + k * 104729) % 2000 GROUP BY 1, 2;
ANALYZE body;
INSERT INTO "Media" ("id", "origin", "width", "height", "sizeBytes", "renditions", "alt")
  SELECT repeat(md5(n::text), 2), 'bench', 1920, 1280, 400000, (SELECT jsonb_agg(jsonb_build_object('width', w, 'height', w * 2 / 3,
      'key', left(md5(n::text), 2) || '/' || repeat(md5(n::text), 2) || '-' || w || '.' || e))
    FROM unnest(ARRAY[320, 640, 960, 1280, 1920]) w, unnest(ARRAY['webp', 'avif']) e), '图' || n FROM generate_series(1, 500) n;
INSERT INTO "Category" ("name", "slug", "sortKey", "parentId") SELECT '栏目' || n, 'category-' || n, lpad(n::text, 3, '0'),
  CASE WHEN n > 12 THEN 1 + n % 12 END FROM generate_series(1, ${CATEGORIES}) n;
INSERT INTO "Tag" ("name", "slug", "sortKey") SELECT '标签' || n, 'tag-' || n, n::text FROM generate_series(1, ${TAGS}) n;
INSERT INTO "Source" ("name", "slug") SELECT '来源' || n, 'source-' || n FROM generate_series(1, ${SOURCES}) n;
INSERT INTO "Person" ("name", "slug") SELECT '记者' || n, 'person-' || n FROM generate_series(1, ${PEOPLE}) n;
INSERT INTO "Article" ("id", "publication", "workflow", "publishedAt", "updatedAt", "touchedAt", "createdAt", "liveRevision", "draftRevision", "sourceId", "leadMediaId")
  SELECT lpad(n::text, 10, '0'), 'live', 'ready',
    at, at, at, at, 1, 1, 1 + n % ${SOURCES}, CASE WHEN n % 3 = 0 THEN repeat(md5((1 + n % 500)::text), 2) END
  FROM (SELECT n, to_timestamp((${endMs - YEARS_MS} + ${YEARS_MS}::bigint * n / ${articles}) / 1000.0) AS at FROM generate_series(1, ${articles}) n) made;
INSERT INTO "Revision" ("articleId", "number", "headline", "standfirst", "bodyHtml", "plainText", "characterCount", "sanitizerVersion", "contentHash", "author", "reason", "createdAt")
  SELECT a."id", 1, '第' || a.n || '号消息：' || left(b.plain, 14), '这是第' || a.n || '号消息的导语，' || left(b.plain, 40),
    '<p>第' || a.n || '号消息。</p>' || b.html, '第' || a.n || '号消息。' || b.plain, b.size, 1, a."id", 'bench', 'bench', a."publishedAt"
  FROM (SELECT "id", "publishedAt", "id"::int AS n FROM "Article") a
  JOIN body b ON b.n = a.n % 500 AND b.size = CASE WHEN a.n > ${articles - LONG_ARTICLES} THEN ${LONG} ELSE ${SHORT} END;
INSERT INTO "ArticleCategory" ("articleId", "categoryId", "position", "listedAt", "touchedAt")
  SELECT "id", 1 + ("id"::bigint * 7919) % ${CATEGORIES}, 0, "listedAt", "touchedAt" FROM "Article";
INSERT INTO "ArticleTag" ("articleId", "tagId", "position", "listedAt", "touchedAt")
  SELECT "id", 1 + ("id"::bigint * 7919 + k * 1409) % ${TAGS}, k - 1, "listedAt", "touchedAt" FROM "Article" CROSS JOIN generate_series(1, 2) k;
INSERT INTO "Byline" ("articleId", "revision", "position", "personId", "role", "listedAt", "touchedAt")
  SELECT "id", 1, 0, 1 + "id"::int % ${PEOPLE}, 'reporter', "listedAt", "touchedAt" FROM "Article";
DO $$ DECLARE i record; BEGIN FOR i IN SELECT def FROM dropped LOOP EXECUTE i.def; END LOOP; END $$;
${searchable ? 'INSERT INTO "SearchStale" ("articleId") SELECT "id" FROM "Article";' : ''}
SET session_replication_role = DEFAULT;
-- next
VACUUM ANALYZE;
-- next
CHECKPOINT;
`
}

const WORDS = (
  '城市 建设 持续 推进 项目 居民 社区 交通 公园 学校 企业 地铁 医院 开放 道路 春季 秋季 老街 河道 图书馆 博物馆 菜场 港口 渔业 茶园 稻田 ' +
  '果园 山村 古镇 书店 剧场 画展 音乐 马拉松 足球 游泳 骑行 观鸟 天文 气象 台风 暴雨 高温 寒潮 供暖 用电 节水 分类 回收 绿道 夜市 早点 养老 ' +
  '托育 就业 技能 讲座 展览 考古 修缮 皮影 剪纸 龙舟 灯会 种子 农机 冷链 快递 直播 芯片 机床 纺织 造纸 玻璃 陶瓷 风电 光伏 储能 电池 班列 ' +
  '口岸 仲裁 调解 普法 审判 消防 演练 急救 疫苗 体检 义诊 睡眠 膳食 烘焙 豆浆 粽子 月饼 元宵 记者 了解 目前 今年 计划 完成 市民 表示 负责人 介绍'
).split(' ')
