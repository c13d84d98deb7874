import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newArticleId } from '@/newsroom/article-id'
import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { keepTextAside } from './keep-text-aside'
import { leaveArticle } from './leave-article'
import { saveDraft } from './save-draft'
import { takeOver } from './take-over'
import { touchPresence } from './touch-presence'

let database: TestDatabase
let writer: StaffActor
let editor: StaffActor
let articleId: string

beforeAll(async () => {
  database = await createTestDatabase()
  writer = await insertStaff('林记')
  editor = await insertStaff('周编', 'editor')
})
afterAll(() => database.drop())
beforeEach(async () => {
  articleId = newArticleId(randomBytes(8))
  expect(await save(writer, 'tab-l', 0)).toMatchObject({ ok: true })
})

const content = (kicker = '') => ({ ...EMPTY_DRAFT, headline: '河边开了一家书店', bodyHtml: '<p>河边。</p>', kicker })
const save = (actor: StaffActor, clientId: string, baseVersion: number, kicker = '') =>
  saveDraft(actor, { articleId, clientId, baseVersion, content: content(kicker) })
const touch = (actor: StaffActor, clientId: string, edit = true) => touchPresence(actor, { articleId, clientId, edit })
const silence = (clientId: string, interval = '31 seconds') =>
  db()
    .$executeRaw`UPDATE "Presence" SET "seenAt" = now() - ${interval}::interval WHERE "clientId" = ${clientId} AND "articleId" = ${articleId}`
const revisions = () => db().revision.findMany({ where: { articleId }, orderBy: { number: 'asc' } })

describe('who edits', () => {
  test('is the first who would, and everybody sees who is there', async () => {
    expect(await touch(writer, 'tab-l')).toMatchObject({
      ok: true,
      editing: true,
      editor: null,
      others: [],
      takenBy: null,
      version: 1,
    })
    expect(await touch(editor, 'tab-z')).toMatchObject({
      editing: false,
      editor: { name: '林记' },
      others: [{ name: '林记', editing: true }],
    })
    expect(await touch(writer, 'tab-l')).toMatchObject({ editing: true, others: [{ name: '周编', editing: false }] })
  })

  test('falls to the next after thirty seconds of silence, at once when the tab is closed', async () => {
    await silence('tab-l', '29 seconds')
    expect(await touch(editor, 'tab-z')).toMatchObject({ editing: false })
    await silence('tab-l')
    expect(await touch(editor, 'tab-z')).toMatchObject({ editing: true, others: [] })
    await leaveArticle(writer, { articleId, clientId: 'tab-z' })
    expect(await touch(writer, 'tab-l')).toMatchObject({ editing: false })
    await leaveArticle(editor, { articleId, clientId: 'tab-z' })
    expect(await touch(writer, 'tab-l')).toMatchObject({ editing: true })
  })

  test('of two tabs of one person is one', async () => {
    expect(await touch(writer, 'tab-2')).toMatchObject({ editing: false, editor: { name: '林记' } })
  })

  test('is nobody who may not, and nobody learns of what they may not read', async () => {
    const other = await insertStaff('别记')
    expect(await touch(other, 'tab-b')).toMatchObject({ ok: false, errors: [{ code: 'denied.not-yours' }] })
    await db().article.update({ where: { id: articleId }, data: { workflow: 'first_review' } })
    await silence('tab-l')
    expect(await touch(writer, 'tab-l')).toMatchObject({ ok: true, editing: false, editor: null })
  })

  test('is one, however many ask at once', async () => {
    await silence('tab-l')
    const tabs = Array.from({ length: 10 }, (_, number) => `tab-${number}`)
    const answers = await Promise.all(tabs.map((clientId) => touch(editor, clientId)))
    expect(answers.filter((answer) => answer.ok && answer.editing)).toHaveLength(1)
  })
})

describe('taking over', () => {
  test('keeps what the other saved as theirs, and both learn of it', async () => {
    await save(writer, 'tab-l', 1, '文化')
    expect(await takeOver(editor, { articleId, clientId: 'tab-z', message: '我来改导语' })).toMatchObject({
      ok: true,
      version: 2,
      from: '林记',
    })
    expect(await revisions()).toMatchObject([{ author: '林记', staffId: writer.id, reason: 'take-over', kicker: '文化' }])
    expect(await touch(writer, 'tab-l')).toMatchObject({
      editing: false,
      editor: { name: '周编' },
      takenBy: '周编',
      message: '我来改导语',
    })
    expect(await db().notice.findMany({ where: { articleId } })).toMatchObject([
      { staffId: writer.id, kind: 'taken-over', from: '周编', text: '我来改导语' },
    ])
    expect(await save(writer, 'tab-l', 2, '社会')).toMatchObject({
      ok: false,
      errors: [{ code: 'taken-over', params: { name: '周编', message: '我来改导语' } }],
    })
    expect(await save(editor, 'tab-z', 2, '生活')).toMatchObject({ ok: true, version: 3 })
  })

  test('is told until it was read, also to a laptop that slept over it', async () => {
    await takeOver(editor, { articleId, clientId: 'tab-z', message: '' })
    await silence('tab-l', '8 hours')
    await touch(editor, 'tab-z')
    await leaveArticle(editor, { articleId, clientId: 'tab-z' })
    expect(await touch(writer, 'tab-l')).toMatchObject({ editing: false, takenBy: '周编', message: null })
    expect(await touch(writer, 'tab-l', false)).toMatchObject({ editing: false, takenBy: '周编' })
    expect(await touch(writer, 'tab-l')).toMatchObject({ editing: true, takenBy: null })
  })

  test('whatever the other had not saved can be kept aside, once', async () => {
    await takeOver(editor, { articleId, clientId: 'tab-z', message: '' })
    const aside = { articleId, content: { ...content('没存上'), tagIds: [999_999] }, reason: 'kept-aside' }
    const kept = await keepTextAside(writer, aside)
    expect(kept).toMatchObject({ ok: true, number: 2 })
    expect(await keepTextAside(writer, aside)).toEqual(kept)
    expect((await revisions())[1]).toMatchObject({
      author: '林记',
      reason: 'kept-aside',
      kicker: '没存上',
      fields: { tagIds: [] },
    })
    expect(await db().article.findUnique({ where: { id: articleId } })).toMatchObject({ draftRevision: 1 })
    expect(await db().draft.findUnique({ where: { articleId } })).toMatchObject({ version: 1, revision: 1 })
    // also when the article has gone to its reviews meanwhile
    await db().article.update({ where: { id: articleId }, data: { workflow: 'first_review' } })
    expect(await keepTextAside(writer, { ...aside, content: content('还有') })).toMatchObject({ ok: true, number: 3 })
    expect(await keepTextAside(await insertStaff('别记'), aside)).toMatchObject({ ok: false })
  })

  test('what stands is kept as the version of whoever saved it, also when another asks for that', async () => {
    await takeOver(editor, { articleId, clientId: 'tab-z', message: '' })
    await save(editor, 'tab-z', 1, '生活')
    const aside = { articleId, content: content('生活'), reason: 'kept-aside' }
    const kept = await keepTextAside(writer, aside)
    expect(kept).toMatchObject({ ok: true, number: 2 })
    expect(await keepTextAside(writer, aside)).toEqual(kept)
    expect((await revisions())[1]).toMatchObject({ author: '周编', reason: 'other-writer', kicker: '生活' })
    expect(await db().draft.findUnique({ where: { articleId } })).toMatchObject({ version: 2, revision: 2 })
  })

  test('in a race leaves one who edits; of the last taken nobody’s text is lost', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, (_, number) => insertStaff(`编${number}`, 'editor')))
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(
        people.map((actor) => takeOver(actor, { articleId, clientId: `tab-${actor.name}`, message: `第${round}次` })),
      )
      expect(answers.every(({ ok }) => ok)).toBe(true)
      const [editing, ...more] = await db().presence.findMany({ where: { articleId, editing: true }, include: { staff: true } })
      expect(more).toEqual([])
      const version = (await db().draft.findUniqueOrThrow({ where: { articleId } })).version
      const saves = await Promise.all(
        people.map((actor) => save(actor, `tab-${actor.name}`, version, `${actor.name}第${round}次`)),
      )
      const winners = people.filter((_, index) => saves[index]?.ok)
      expect(winners.map(({ name }) => name)).toEqual([editing?.staff.name])
    }
    const texts = (await revisions()).map(({ kicker }) => kicker)
    expect(texts).toHaveLength(5)
    expect(new Set(texts).size).toBe(5)
  })
})
