import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ArticleFacts, denial, mayAtDesk } from '@/newsroom/desk/permission'
import { readArticleFacts } from '@/server/article-facts'
import { OPERATOR } from '@/server/commands/actor'
import { addComment } from '@/server/commands/add-comment'
import { openDesk, publishableText, type TestDesk, well, write, writeReady } from '@/server/commands/desk-fixture'
import { discardArticle } from '@/server/commands/discard-article'
import { inviteStaff } from '@/server/commands/invite-staff'
import { publishArticle } from '@/server/commands/publish-article'
import { sharePreview } from '@/server/commands/share-preview'
import { submitArticle } from '@/server/commands/submit-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { ACTIONS, type Deed, OTHER_WAYS, type Owner, PAGES, type Reached, ROUTES } from './access-table-fixture'
import { asked, Left } from './next-fixture'
import { openDoors, type Visitor } from './staff-fixture'

vi.mock('next/headers', async () => (await import('./next-fixture')).nextHeaders)
vi.mock('next/cache', async () => (await import('./next-fixture')).nextCache)
vi.mock('next/navigation', async () => (await import('./next-fixture')).nextNavigation)
vi.mock('next/server', () => ({ after: () => {} }))

type Called = (...args: never[]) => Promise<unknown>
type Modules = Record<string, () => Promise<Record<string, Called>>>
const actionFiles = import.meta.glob('./admin/**/actions.ts') as Modules
const pageFiles = import.meta.glob(['./admin/**/page.tsx', './(site)/**/page.tsx']) as Modules
const routeFiles = import.meta.glob('./**/route.{ts,tsx}') as Modules

const SITE = 'https://ribao.example'
const NOTHING_STAYS = 'nothing stays'

/** `./admin/(desk)/articles/[id]/page.tsx` is the page at `/admin/articles/[id]`. */
const addressOf = (file: string) =>
  `/${file
    .replace(/^\.\//, '')
    .replace(/\([^/)]*\)\//g, '')
    .replace(/\/?(page\.tsx|route\.tsx?|actions\.ts)$/, '')}`

let database: TestDatabase
let desk: TestDesk
let visitors: Visitor[]
/** by the state that its article is in */
const reached: Record<string, Reached> = {}
const states = () => Object.values(reached)
const anyState = () => reached.draft as Reached
const actions: Record<string, Called> = {}
const routes: Record<string, Called> = {}
const pages: Record<string, Called> = {}

async function makeArticles(): Promise<Record<string, string>> {
  const text = () => publishableText(desk.categories[3])
  const submitted = async () => {
    const articleId = await write(desk.reporter, text())
    well(await submitArticle(desk.reporter, { articleId }))
    return articleId
  }
  const live = async () => {
    const articleId = await writeReady(desk)
    well(await publishArticle(desk.chief, { articleId }))
    return articleId
  }
  const made = {
    draft: await write(desk.reporter, text()),
    unreviewed: await write(desk.reporter, publishableText(desk.categories[0])),
    'in review': await submitted(),
    ready: await writeReady(desk),
    live: await live(),
    withdrawn: await live(),
    discarded: await write(desk.reporter, text()),
  }
  well(await withdrawArticle(desk.chief, { articleId: made.withdrawn, reason: '失实', approver: '某人' }))
  for (const articleId of Object.values(made)) {
    well(await addComment(desk.administrator, { articleId, text: '等校对' }))
    if (articleId !== made.discarded) await sharePreview(desk.administrator, { articleId, hours: 24 })
  }
  well(await discardArticle(desk.reporter, { articleId: made.discarded }))
  return made
}

async function makeOthers(): Promise<Omit<Reached, 'article' | 'comment' | 'correction' | 'link'>> {
  const picture = (id: string) => ({
    ...{
      id: id.repeat(64),
      origin: 'test',
      width: 8,
      height: 8,
      sizeBytes: 8,
      renditions: [{ width: 8, height: 8, key: `aa/${id}-8.webp` }],
    },
    uploadedById: desk.reporter.id,
  })
  await db().media.createMany({ data: [picture('a'), picture('b')] })
  const tag = (slug: string) => db().tag.create({ data: { slug, name: slug, sortKey: slug } })
  const invited = { email: 'coming@ribao.example', name: '要来的人', role: 'reporter', categoryIds: [] } as const
  well(await inviteStaff(OPERATOR, { ...invited, categoryIds: [] }))
  return {
    picture: 'a'.repeat(64),
    otherPicture: 'b'.repeat(64),
    category: desk.categories[3] ?? 0,
    tag: (await tag('hebian')).id,
    otherTag: (await tag('heliu')).id,
    source: (await db().source.create({ data: { slug: 'laibao', name: '来报' } })).id,
    person: (await db().person.create({ data: { slug: 'moujun', name: '某君' } })).id,
    colleague: (await insertStaff('同事', 'editor')).id,
    invitation: (await db().invitation.findFirstOrThrow({ where: { email: invited.email } })).id,
    token: (
      await db().apiToken.create({
        data: {
          ...{ name: '通讯社', wire: 'tongxun', tokenHash: tokenHash('bs_gone'), prefix: 'bs_gone', scopes: ['ingest:draft'] },
          ...{ createdById: desk.administrator.id, categoryIds: [], revokedAt: null },
        },
      })
    ).id,
    webhook: (await db().webhook.create({ data: { url: 'https://hook.example/', secret: 's', events: ['article.published'] } }))
      .id,
  }
}

/** From here on whatever is written is undone when it would be kept, and says so: who is let through shows, and nothing changes. */
async function keepNothing(): Promise<void> {
  await db().$executeRawUnsafe(
    `CREATE FUNCTION keep_nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${NOTHING_STAYS}'; END $$`,
  )
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname NOT IN ('Session', 'Attempt', 'Verification')`
  for (const { name } of tables) {
    await db().$executeRawUnsafe(`CREATE CONSTRAINT TRIGGER keep_nothing AFTER INSERT OR UPDATE OR DELETE ON "${name}"
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_nothing()`)
  }
}

beforeAll(async () => {
  database = await createTestDatabase({ SITE_URL: SITE, SECOND_FACTOR: 'chiefs' })
  desk = await openDesk()
  const [made, others] = [await makeArticles(), await makeOthers()]
  for (const [state, article] of Object.entries(made)) {
    const { id: comment } = await db().comment.findFirstOrThrow({ where: { articleId: article } })
    const link = (await db().previewLink.findFirst({ where: { articleId: article } }))?.tokenHash ?? 'x'
    const { id: correction } = await db().correction.create({ data: { articleId: article, wrong: '错', right: '对' } })
    reached[state] = { ...others, article, comment, correction, link }
  }
  visitors = await openDoors(desk)
  await keepNothing()
  for (const [file, load] of Object.entries(actionFiles)) {
    const folder = addressOf(file).replace('/admin/', '')
    for (const [name, action] of Object.entries(await load())) actions[`${folder}: ${name}`] = action
  }
  for (const [file, load] of Object.entries(routeFiles)) {
    const { dynamic: _, ...handlers } = await load()
    for (const [method, handler] of Object.entries(handlers)) routes[`${method} ${addressOf(file)}`] = handler
  }
  for (const [file, load] of Object.entries(pageFiles)) {
    const { default: page } = await load()
    if (page) pages[addressOf(file)] = page
  }
})
afterAll(async () => await database.drop())

const headersOf = ({ cookie }: Visitor, more: Record<string, string> = { origin: SITE }) =>
  new Headers({ ...(cookie && { cookie }), ...more })

/** How far somebody got: `through` is past every question of who they are. */
async function reach(visitor: Visitor, work: () => Promise<unknown>, more?: Record<string, string>): Promise<string> {
  try {
    return await told(await asked(headersOf(visitor, more), work))
  } catch (error) {
    if (error instanceof Left) return leftFor(error)
    if (String(error).includes(NOTHING_STAYS)) return 'through'
    throw error
  }
}

const leftFor = ({ to, address }: Left) => {
  if (to === 'redirect') return address.startsWith('/admin/sign-in') ? 'signed-out' : 'through'
  return to === 'forbidden' ? 'denied.role' : to
}

async function told(answer: unknown): Promise<string> {
  if (answer instanceof Response) {
    const text = answer.headers.get('content-disposition') ? '' : await answer.text()
    const code = /"code":"([^"]+)"/.exec(text)?.[1]
    if (answer.status === 401) return 'signed-out'
    if (code?.startsWith('denied.') || code === 'origin' || code === 'not-found') return code
    return 'through'
  }
  const errors = (answer as { errors?: { code: string }[] } | null)?.errors ?? []
  const code = errors[0]?.code ?? ''
  return /^(denied\.|signed-out$|origin$|not-found$)/.test(code) ? code : 'through'
}

/** What the rule says of somebody; `facts`: of the article as it stands. */
function expectedOf({ owner, none }: Deed, visitor: Visitor, facts: ArticleFacts): string[] {
  const [expected = ''] = ruled(owner, visitor, facts)
  return expected === 'through' && (none || facts.discarded) ? ['through', 'not-found'] : [expected]
}

function ruled(owner: Owner, { staff, owes }: Visitor, facts: ArticleFacts): string[] {
  if (owner === 'everybody' || (owner === 'owing' && owes)) return ['through']
  if (owner === 'token' || staff === null) return ['signed-out']
  if (owner === 'staff' || owner === 'owing') return ['through']
  if (owner === 'picture')
    return staff.id === desk.reporter.id || mayAtDesk(staff, 'manage-media') ? ['through'] : ['denied.role']
  if ('desk' in owner) return mayAtDesk(staff, owner.desk) ? ['through'] : ['denied.role']
  const why = denial(staff, owner.on, facts)
  if (why === null || (owner.written && why === 'state')) return ['through']
  return owner.page ? ['not-found'] : [`denied.${why}`]
}

let cells = 0
const wrong: string[] = []
async function cell(what: string, expected: string[], got: Promise<string>): Promise<void> {
  cells++
  const found = await got
  if (!expected.includes(found)) wrong.push(`${what}: ${found}, not ${expected.join(' or ')}`)
}
const none = () => expect(wrong.splice(0).slice(0, 40)).toEqual([])

const isPerArticle = ({ owner }: Deed) => typeof owner === 'object' && 'on' in owner

/** Whose doings depend on the article are tried with each state of it, all else once. */
async function everywhere(name: string, deed: Deed, call: (at: Reached) => () => Promise<unknown>): Promise<void> {
  for (const at of isPerArticle(deed) ? states() : [anyState()]) {
    const facts = await readArticleFacts(db(), at.article)
    if (!facts) throw new Error(`there is no article ${at.article}`)
    const tried = at === anyState() ? visitors : visitors.filter(({ staff }) => staff !== null)
    await Promise.all(
      tried.map((visitor) =>
        cell(
          `${name} for ${visitor.name}, ${facts.workflow} ${facts.publication}`,
          expectedOf(deed, visitor, facts),
          reach(visitor, call(at)),
        ),
      ),
    )
  }
}

const argsOf = ({ sent }: Deed, at: Reached) => (sent?.(at) ?? []) as never[]

describe('whose it is, is said of', () => {
  it('every action', () => expect(Object.keys(actions).sort()).toEqual(Object.keys(ACTIONS).sort()))
  it('every route that is not the paper’s own', () => {
    const owned = Object.keys(routes).filter((name) => !/^GET \/(?!admin)/.test(name))
    expect(owned.sort()).toEqual(Object.keys(ROUTES).sort())
  })
  it('every page of the desk', () =>
    expect(
      Object.keys(pages)
        .filter((address) => address.startsWith('/admin'))
        .sort(),
    ).toEqual(Object.keys(PAGES).sort()))
})

describe('an action', () => {
  it('is done for whose it is, by the rule, and for nobody else', async () => {
    for (const [name, deed] of [...Object.entries(ACTIONS), ...OTHER_WAYS])
      await everywhere(name, deed, (at) => () => (actions[name] as Called)(...argsOf(deed, at)))
    none()
  })

  it('is not done for a page of elsewhere, whoever looks at it', async () => {
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://ribao.example' },
      { origin: 'https://ribao.example.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      {
        origin: 'https://evil.example',
        'sec-fetch-site': 'same-origin',
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
      },
      {},
    ]
    const administrator = visitors.find(({ name }) => name === 'administrator') as Visitor
    const form = new FormData()
    for (const [name, value] of [
      ['email', 'lin@x.cn'],
      ['name', '林'],
      ['password', 'four bridges at dusk'],
    ] as const)
      form.set(name, value)
    for (const [name, deed] of Object.entries(ACTIONS)) {
      const args = argsOf(deed, anyState()).map((arg) => ((arg as unknown) instanceof FormData ? form : arg)) as never[]
      for (const from of elsewhere)
        await cell(
          `${name} from ${JSON.stringify(from)}`,
          ['origin'],
          reach(administrator, () => (actions[name] as Called)(...args), from),
        )
    }
    none()
  })
})

const requestOf = (method: string, address: string, deed: Deed, at: Reached, headers: Headers) =>
  new Request(`${SITE}${filled(address, at)}`, {
    ...{ method, headers: new Headers([...headers, ['content-type', 'application/json']]) },
    ...(method !== 'GET' && { body: JSON.stringify(deed.sent?.(at) ?? {}) }),
  })
const filled = (address: string, at: Reached) =>
  address.replace('[id]', at.article).replace('[kind]', 'tags').replace('[...all]', 'sign-in/email')
const paramsOf = (at: Reached, kind = 'tags') => Promise.resolve({ id: at.article, kind, token: 'x'.repeat(43), missing: ['x'] })
const answer = (name: string, deed: Deed, at: Reached, visitor: Visitor, more?: Record<string, string>) => {
  const [method = '', address = ''] = name.split(' ')
  const request = requestOf(method, address, deed, at, headersOf(visitor, more))
  return (routes[name] as Called)(
    request as never,
    { params: paramsOf(at, address.includes('suggest-address') ? 'tag' : 'tags') } as never,
  )
}

describe('a route', () => {
  it('answers whose it is, by the rule, and nobody else', async () => {
    for (const [name, deed] of Object.entries(ROUTES)) {
      if (name.includes('/api/auth')) continue
      for (const visitor of visitors) {
        for (const at of isPerArticle(deed) && visitor.staff ? states() : [anyState()]) {
          const facts = await readArticleFacts(db(), at.article)
          if (!facts) throw new Error('no article')
          const what = `${name} for ${visitor.name}, ${facts.workflow} ${facts.publication}`
          await cell(
            what,
            expectedOf(deed, visitor, facts),
            reach(visitor, () => answer(name, deed, at, visitor)),
          )
        }
      }
    }
    none()
  })

  it('takes nothing from a page of elsewhere', async () => {
    const administrator = visitors.find(({ name }) => name === 'administrator') as Visitor
    for (const [name, deed] of Object.entries(ROUTES).filter(([each]) => !each.startsWith('GET') && !each.includes('ingest')))
      for (const from of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, {}])
        await cell(
          `${name} from ${JSON.stringify(from)}`,
          ['origin', 'denied.role'],
          reach(
            administrator,
            () => answer(name, deed, anyState(), administrator, from as Record<string, string>),
            from as Record<string, string>,
          ),
        )
    none()
  })
})

describe('a page', () => {
  it('opens for whose it is, by the rule, and for nobody else', async () => {
    for (const [address, owner] of Object.entries(PAGES)) {
      if (owner === 'everybody' || address.includes('[...')) continue
      await everywhere(
        address,
        { owner },
        (at) => () => (pages[address] as Called)({ params: paramsOf(at), searchParams: Promise.resolve({}) } as never),
      )
    }
    none()
  })
})

describe('the paper', () => {
  const readerRequest = (path: string) => Object.assign(new Request(`${SITE}${path}`), { nextUrl: new URL(`${SITE}${path}`) })
  const params = { id: 'zzzzzzzzzz', slug: 'x', year: '2026', month: '11', day: '30', token: 'x', file: 'zzzzzzzzzz.png' }
  const nobodys = { params: Promise.resolve({ ...params, path: ['x'], part: '1.xml' }), searchParams: Promise.resolve({}) }
  /** Outside a request whoever asks who asks throws, and whoever writes is undone. */
  const everybodys = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Left)) throw error
    }
    cells++
  }

  it('asks nobody who they are, on no page and in no answer to a machine', async () => {
    const before = cells
    for (const [address, page] of Object.entries(pages).filter(([each]) => !each.startsWith('/admin')))
      await everybodys(() => page(nobodys as never)).catch((error: unknown) => expect.fail(`${address}: ${error}`))
    for (const [name, route] of Object.entries(routes).filter(([each]) => /^GET \/(?!admin)/.test(each)))
      await everybodys(() => route(readerRequest(name.slice(4)) as never, nobodys as never)).catch((error: unknown) =>
        expect.fail(`${name}: ${error}`),
      )
    expect(cells - before).toBeGreaterThan(30)
  })
})

it('more than a thousand were tried', () => {
  expect(cells).toBeGreaterThan(1_000)
})
