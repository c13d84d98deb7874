// What machines that read cost: `npm run bench -- machines [ARTICLES]`. Fills a fresh database, then makes each feed and map over
// and over: milliseconds, bytes, and the most memory the process ever held.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { deskArticles } from './make-desk-articles'

interface Made {
  name: string
  times: number[]
  cpuMs: number
  bytes: number
  entries: number
  /** the most so far */
  rssBytes: number
}

const PROJECT = join(import.meta.dirname, '..')
const ROUNDS = 10
/** What feeds and maps tell and the desk's list does not: texts, and pictures on every third article, of the newest months. */
const MORE = `
-- next
SET session_replication_role = replica;
INSERT INTO "Media" ("id", "origin", "width", "height", "sizeBytes", "renditions", "alt")
  SELECT md5(n::text) || md5(n::text), 'bench', 1920, 1280, 400000, (SELECT jsonb_agg(jsonb_build_object('width', w, 'height', w * 2 / 3,
      'key', left(md5(n::text), 2) || '/' || md5(n::text) || md5(n::text) || '-' || w || '.' || e))
    FROM unnest(ARRAY[320, 640, 960, 1280, 1920]) w, unnest(ARRAY['webp', 'avif']) e), '图' || n FROM generate_series(1, 500) n;
UPDATE "Article" SET "leadMediaId" = md5((1 + "id"::bigint % 500)::text) || md5((1 + "id"::bigint % 500)::text)
  WHERE "listedAt" > now() - interval '100 days' AND "id"::bigint % 3 = 0;
UPDATE "Revision" SET "bodyHtml" = '<p>' || "plainText" || '</p><p>' || "plainText" || '</p>'
  WHERE "articleId" IN (SELECT "id" FROM "Article" WHERE "listedAt" > now() - interval '3 days');
SET session_replication_role = DEFAULT;
-- next
VACUUM ANALYZE "Article";
`

const articles = Number(process.argv[2] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
// A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
await chmod(folder, 0o755)
try {
  const sql = join(folder, 'fill.sql')
  await writeFile(sql, deskArticles(articles) + MORE)
  console.log(`${articles} articles: filling, then making …`)
  console.table((await measure(sql)).map(row))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(sql: string): Promise<Made[]> {
  const words = ['--import', 'tsx', join(PROJECT, 'cli', 'machine-times.ts'), sql, String(ROUNDS)]
  const env = { ...process.env, DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '', DATA_DIR: join(folder, 'data') }
  const child = spawn(process.execPath, words, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const made: Made[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"name"')) made.push(JSON.parse(line) as Made)
  }
  if ((await ended) !== 0) throw new Error(`the measuring process ended with ${await ended}`)
  return made
}

function row({ name, times, cpuMs, bytes, entries, rssBytes }: Made) {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10
  return {
    address: name,
    entries,
    kB: Math.round(bytes / 1_000),
    'p50 ms': at(0.5),
    'most ms': at(1),
    'own CPU ms': Math.round(cpuMs * 10) / 10,
    'RSS MB, most yet': Math.round(rssBytes / 1e6),
  }
}
