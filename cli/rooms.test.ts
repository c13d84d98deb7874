import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** file of a room → an import it must not have. One at least for each cell the house forbids and someone might try. */
const VIOLATIONS: [file: string, source: string][] = [
  ['newsroom/a.ts', '@/server/db'],
  ['newsroom/b.ts', 'node:fs'],
  ['newsroom/c.ts', 'react'],
  ['newsroom/sub/d.ts', '../article'],
  ['components/site/a.tsx', 'next/link'],
  ['components/site/b.tsx', '@/server/queries/find-article'],
  ['components/desk/a.tsx', '@/server/config'],
  ['islands/a.ts', 'react'],
  ['islands/b.ts', '@/components/site/share'],
  ['server/a.ts', '@/server/queries/find-article'],
  ['server/b.ts', './commands/import-articles'],
  ['server/c.ts', 'next/headers'],
  ['server/queries/a.ts', '@/server/commands/import-articles'],
  ['server/queries/b.ts', 'next/cache'],
  ['server/commands/a.ts', '@/server/session'],
  ['server/commands/b.ts', '@/server/queries/find-article'],
  ['server/commands/c.ts', 'next/cache'],
  ['server/commands/d.ts', '@/server/auth/auth'],
  ['server/auth/a.ts', '@/server/queries/find-article'],
  ['server/auth/b.ts', 'next/headers'],
  ['server/importer/a.ts', '@/server/session'],
  ['server/importer/b.ts', '@/server/pages/page-server'],
  ['server/jobs/a.ts', '@/components/site/share'],
  ['server/pages/a.ts', '@/server/db'],
  ['server/pages/b.ts', '@/server/queries/find-article'],
  ['server/pages/c.ts', 'next/dist/server/next'],
  ['app/(site)/page.tsx', '@/server/commands/import-articles'],
  ['app/(site)/a/page.tsx', '@/server/db'],
  ['app/feed.xml/route.ts', '@/server/commands/import-articles'],
  ['app/admin/actions.ts', '@/server/db'],
  ['app/admin/b/actions.ts', '@/components/desk/table'],
  ['cli/a.ts', '@/components/site/share'],
  ['cli/b.ts', 'next'],
  ['cli/c.ts', '@/cli/root'],
  ['e2e/a.spec.ts', '@/newsroom/article'],
  ['bench/pages/a.ts', '../../newsroom/article'],
  ['drills/a.ts', '@/server/db'],
  ['drills/parts/b.ts', '../../bench/parts/site'],
  ['drills/parts/c.ts', '@/newsroom/html/attack-fixture'],
  ['drills/b.ts', '@/newsroom/html/clean-html'],
  ['server/queries/a.test.ts', '@/app/page'],
  ['newsroom/a.test.ts', '@/server/db'],
]

const LEGAL: [file: string, source: string][] = [
  ['newsroom/legal.ts', './article'],
  ['newsroom/legal-hash.ts', 'node:crypto'],
  ['newsroom/sub/legal.ts', '@/newsroom/article'],
  ['components/site/legal.tsx', '@/newsroom/article'],
  ['components/desk/legal.tsx', 'next/link'],
  ['islands/legal.ts', '@/newsroom/share-links'],
  ['server/legal.ts', '@/generated/prisma/client'],
  ['server/queries/legal.ts', '@/server/db'],
  ['server/commands/legal.ts', '@/server/bus'],
  ['server/importer/legal.ts', '@/server/commands/import-articles'],
  ['server/jobs/legal.ts', '@/server/queries/find-article'],
  ['server/pages/legal.ts', 'next'],
  ['server/pages/legal-bus.ts', '@/server/bus'],
  ['app/(site)/legal/page.tsx', '@/server/queries/find-article'],
  ['app/admin/legal/actions.ts', '@/server/commands/import-articles'],
  ['app/api/legal/route.ts', '@/server/commands/import-articles'],
  ['cli/legal.ts', '@/server/pages/page-server'],
  ['e2e/legal.spec.ts', './fixtures'],
  ['drills/legal.ts', 'pg'],
  ['drills/legal-cases.ts', '@/newsroom/html/attack-fixture'],
  ['server/commands/legal.test.ts', '@/server/queries/find-article'],
]

interface Report {
  diagnostics: { category: string; location: { path: string | { file: string } } }[]
}

let folder: string
let refused: Set<string>

describe('the rooms', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rooms-'))
    for (const name of ['biome.json', 'package.json', '.gitignore']) await cp(name, join(folder, name))
    await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
    for (const [file, source] of [...VIOLATIONS, ...LEGAL]) await plant(file, `import '${source}'\n`)
    await plant('newsroom/cycle-one.ts', "import { two } from './cycle-two'\nexport const one = () => two\n")
    await plant('newsroom/cycle-two.ts', "import { one } from './cycle-one'\nexport const two = () => one\n")
    const report = await lint()
    refused = new Set(
      report.diagnostics
        .filter(({ category }) => /noRestrictedImports|noImportCycles/.test(category))
        .map(({ location: { path } }) => (typeof path === 'string' ? path : path.file)),
    )
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(VIOLATIONS)('%s may not import %s', (file) => {
    expect(refused).toContain(file)
  })

  it.each(LEGAL)('%s may import %s', (file) => {
    expect(refused).not.toContain(file)
  })

  it('a cycle is refused', () => {
    expect(refused).toContain('newsroom/cycle-one.ts')
  })
})

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), text)
}

function lint(): Promise<Report> {
  const biome = join(process.cwd(), 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 24 }, (error, stdout) => {
      try {
        done(JSON.parse(stdout) as Report)
      } catch {
        failed(error ?? new Error(stdout))
      }
    })
  })
}
