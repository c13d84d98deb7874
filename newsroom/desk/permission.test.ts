import { describe, expect, it } from 'vitest'
import type { Publication } from '@/newsroom/article'
import { type ArticleAction, type ArticleFacts, type DeskAction, denial, may, mayAtDesk, writersAfter } from './permission'
import type { Workflow } from './review'
import { type DeskMember, ROLES, type Role } from './staff'

/** Every state an article can be in, each by a letter: small while readers see nothing of it, capital while it is live. */
const STATES: Record<string, { publication: Publication; workflow: Workflow; discarded?: true; signed?: true }> = {
  d: { publication: 'unpublished', workflow: 'draft' },
  '1': { publication: 'unpublished', workflow: 'first_review' },
  '2': { publication: 'unpublished', workflow: 'second_review' },
  '3': { publication: 'unpublished', workflow: 'final_review' },
  r: { publication: 'unpublished', workflow: 'returned' },
  y: { publication: 'unpublished', workflow: 'ready', signed: true },
  D: { publication: 'live', workflow: 'draft' },
  A: { publication: 'live', workflow: 'first_review' },
  B: { publication: 'live', workflow: 'second_review' },
  C: { publication: 'live', workflow: 'final_review' },
  R: { publication: 'live', workflow: 'returned' },
  // as readers have it, and with a change that was signed and waits
  Y: { publication: 'live', workflow: 'ready' },
  Z: { publication: 'live', workflow: 'ready', signed: true },
  // scheduled, and edited after it was
  s: { publication: 'scheduled', workflow: 'ready', signed: true },
  e: { publication: 'scheduled', workflow: 'first_review' },
  w: { publication: 'withdrawn', workflow: 'ready' },
  v: { publication: 'withdrawn', workflow: 'draft' },
  q: { publication: 'withdrawn', workflow: 'first_review' },
  x: { publication: 'unpublished', workflow: 'draft', discarded: true },
}
const EVERY = Object.keys(STATES).join('')
const LIVE = 'DABCRYZ'
const SOUND = 'd123ryDABCRYZse'

const HERE = 7
const ELSEWHERE = 8
/** Somebody, and what the article is to them. */
const PEOPLE = {
  'a reporter, own': { role: 'reporter', own: true, desk: null },
  'a reporter, another’s': { role: 'reporter', own: false, desk: null },
  'an editor of the desk, own': { role: 'editor', own: true, desk: [HERE] },
  'an editor of the desk': { role: 'editor', own: false, desk: [HERE] },
  'an editor of another desk, own': { role: 'editor', own: true, desk: [ELSEWHERE] },
  'an editor of another desk': { role: 'editor', own: false, desk: [ELSEWHERE] },
  'a chief, own': { role: 'chief', own: true, desk: null },
  'a chief': { role: 'chief', own: false, desk: null },
  'a chief of another desk': { role: 'chief', own: false, desk: [ELSEWHERE] },
  'an administrator, own': { role: 'administrator', own: true, desk: [ELSEWHERE] },
  'an administrator': { role: 'administrator', own: false, desk: [ELSEWHERE] },
} satisfies Record<string, { role: Role; own: boolean; desk: number[] | null }>
type Person = keyof typeof PEOPLE

type Row = [
  reporterOwn: string,
  reporterOther: string,
  editorOwn: string,
  editorDesk: string,
  strangerOwn: string,
  stranger: string,
  chiefOwn: string,
  chief: string,
  chiefElsewhere: string,
  administratorOwn: string,
  administrator: string,
]

/** In which states each of them may, as the newsroom's rules have it: written down, not reckoned. */
const EXPECTED: Record<ArticleAction, Row> = {
  read: [EVERY, LIVE, EVERY, EVERY, EVERY, LIVE, EVERY, EVERY, LIVE, EVERY, EVERY],
  comment: [EVERY, LIVE, EVERY, EVERY, EVERY, LIVE, EVERY, EVERY, LIVE, EVERY, EVERY],
  edit: ['drDRY', '', SOUND, SOUND, 'drDRY', '', SOUND, SOUND, '', SOUND, SOUND],
  submit: ['drDR', '', 'drDR', 'drDR', 'drDR', '', 'drDR', 'drDR', '', 'drDR', 'drDR'],
  recall: ['123ABCe', '', '123ABCe', '123ABCe', '123ABCe', '', '123ABCe', '123ABCe', '', '123ABCe', '123ABCe'],
  review: ['', '', '', '12ABe', '', '', '', '123ABCe', '', '', '123ABCe'],
  return: ['', '', '123yABCZse', '123yABCZse', '', '', '123yABCZse', '123yABCZse', '', '123yABCZse', '123yABCZse'],
  publish: ['', '', '', '', '', '', 'yYZs', 'yYZs', '', 'yYZs', 'yYZs'],
  'publish-urgent': ['', '', '', '', '', '', 'd123rDABCRe', 'd123rDABCRe', '', 'd123rDABCRe', 'd123rDABCRe'],
  'cancel-schedule': ['', '', '', '', '', '', EVERY, EVERY, '', EVERY, EVERY],
  unpublish: ['', '', '', '', '', '', 'DABCRYZse', 'DABCRYZse', '', 'DABCRYZse', 'DABCRYZse'],
  withdraw: ['', '', '', '', '', '', LIVE, LIVE, '', LIVE, LIVE],
  restore: ['', '', '', '', '', '', 'wvq', 'wvq', '', 'wvq', 'wvq'],
  correct: ['', '', LIVE, LIVE, '', '', LIVE, LIVE, '', LIVE, LIVE],
  label: ['', '', SOUND, SOUND, '', '', SOUND, SOUND, '', SOUND, SOUND],
  discard: ['drx', '', 'd123ryx', 'd123ryx', 'drx', '', 'd123ryx', 'd123ryx', '', 'd123ryx', 'd123ryx'],
  'share-preview': [EVERY, '', EVERY, EVERY, EVERY, '', EVERY, EVERY, '', EVERY, EVERY],
}
/** What differs where a category asks for no review. */
const WITHOUT_REVIEW: Partial<Record<ArticleAction, Row>> = {
  publish: ['', '', SOUND, SOUND, '', '', SOUND, SOUND, '', SOUND, SOUND],
  'cancel-schedule': ['', '', EVERY, EVERY, '', '', EVERY, EVERY, '', EVERY, EVERY],
}

const member = (name: Person): DeskMember => ({ id: 'me', name, role: PEOPLE[name].role, desk: PEOPLE[name].desk })
function article(state: string, { own = false, asWriter = false, stages = 3, filed = true } = {}): ArticleFacts {
  const { publication = 'unpublished', workflow = 'draft', discarded = false, signed = false } = STATES[state] ?? {}
  return {
    publication,
    workflow,
    discarded,
    ownerId: own && !asWriter ? 'me' : 'another',
    writerIds: own && asWriter ? ['me', 'another'] : ['another'],
    signerIds: signed ? ['a third'] : [],
    categoryIds: filed ? [HERE, ELSEWHERE] : [],
    stages,
  }
}

let cells = 0
describe.each([
  { stages: 3, table: EXPECTED },
  { stages: 0, table: { ...EXPECTED, ...WITHOUT_REVIEW } },
])('where $stages reviews are asked for', ({ stages, table }) => {
  it.each(Object.entries(table))('%s', (action, row) => {
    for (const [index, name] of (Object.keys(PEOPLE) as Person[]).entries()) {
      const { own } = PEOPLE[name]
      // Whoever began it, and whoever wrote on it, are one to the rules.
      for (const asWriter of own ? [false, true] : [false]) {
        const allowed = [...EVERY].filter((state) =>
          may(member(name), action as ArticleAction, article(state, { own, asWriter, stages })),
        )
        cells += EVERY.length
        expect([name, allowed.join('')]).toEqual([name, [...EVERY].filter((state) => row[index]?.includes(state)).join('')])
      }
    }
  })
})

it('was asked of every cell', () => {
  const asked = Object.values(PEOPLE).reduce((sum, { own }) => sum + (own ? 2 : 1), 0)
  expect(cells).toBe(2 * Object.keys(EXPECTED).length * asked * EVERY.length)
  expect(cells).toBeGreaterThan(9_000)
})

it('says why not', () => {
  const why = (name: Person, action: ArticleAction, state: string, given = {}) =>
    denial(member(name), action, article(state, { own: PEOPLE[name].own, ...given }))
  expect(why('a reporter, another’s', 'edit', 'd')).toBe('not-yours')
  expect(why('an editor of another desk', 'edit', 'd')).toBe('desk')
  expect(why('a reporter, own', 'edit', '1')).toBe('state')
  expect(why('a reporter, own', 'review', '1')).toBe('role')
  expect(why('an editor of the desk', 'review', '3')).toBe('role')
  expect(why('an editor of another desk', 'review', '1')).toBe('desk')
  expect(why('an editor of the desk, own', 'review', '1')).toBe('own-text')
  expect(why('an editor of the desk', 'review', 'd')).toBe('state')
  expect(why('a chief', 'publish', 'd')).toBe('state')
  expect(why('an editor of the desk', 'publish', 'y')).toBe('role')
  const signer = { ...article('2'), signerIds: ['me'] }
  expect(denial(member('an editor of the desk'), 'review', signer)).toBe('signed-already')
})

it('gives nobody their own words to review, wherever they changed them', () => {
  /** In which states somebody who changes the text joins its writers, and in which they begin another. */
  const [JOINS, BEGINS] = ['d123ryDABCRZsewvqx', 'Y']
  expect([...JOINS, ...BEGINS].sort()).toEqual([...EVERY].sort())
  for (const state of EVERY) {
    const changed = { ...article(state), writerIds: writersAfter(article(state), 'me') }
    expect([state, changed.writerIds]).toEqual([state, BEGINS.includes(state) ? ['me'] : ['another', 'me']])
    for (const reviewing of '123ABC')
      for (const name of ['an editor of the desk', 'a chief', 'an administrator'] as const)
        expect(may(member(name), 'review', { ...article(reviewing), writerIds: changed.writerIds })).toBe(false)
  }
  expect(writersAfter({ ...article('1'), writerIds: ['me', 'another'] }, 'me')).toEqual(['me', 'another'])
})

it('lets any editor take up what is filed nowhere yet', () => {
  expect(may(member('an editor of another desk'), 'edit', article('d', { filed: false }))).toBe(true)
  expect(may(member('a reporter, another’s'), 'edit', article('d', { filed: false }))).toBe(false)
})

it('knows what concerns no article', () => {
  const least: Record<Role, DeskAction[]> = {
    reporter: ['create-article', 'upload-media', 'create-tag', 'create-person', 'create-source'],
    editor: ['manage-media', 'manage-front-page'],
    chief: ['manage-taxonomy', 'read-audit'],
    administrator: ['manage-staff', 'manage-site'],
  }
  for (const [rank, role] of ROLES.entries()) {
    for (const [other, actions] of ROLES.map((each) => [ROLES.indexOf(each), least[each]] as const))
      for (const action of actions) expect(mayAtDesk({ id: 'me', name: '', role, desk: null }, action)).toBe(rank >= other)
  }
})
