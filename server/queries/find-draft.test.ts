import { afterAll, beforeAll, expect, test } from 'vitest'
import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { draftHash } from '@/newsroom/desk/draft-hash'
import type { StaffActor } from '@/newsroom/desk/staff'
import { cutRevision } from '@/server/commands/cut-revision'
import { saveDraft } from '@/server/commands/save-draft'
import { transact } from '@/server/commands/transact'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { findAccess } from './find-access'
import { findDraft } from './find-draft'

let database: TestDatabase
let writer: StaffActor
let editor: StaffActor
let other: StaffActor

beforeAll(async () => {
  database = await createTestDatabase({ SITE_TIMEZONE: 'Asia/Shanghai' })
  writer = await insertStaff('林记')
  editor = await insertStaff('周编', 'editor')
  other = await insertStaff('别记')
})
afterAll(() => database.drop())

test('a draft with the names of all it holds, its reviews, its times and what may be done', async () => {
  const articleId = '0123456789'
  const top = await db().category.create({ data: { slug: 'shehui', name: '社会', sortKey: 'shehui' } })
  const below = await db().category.create({
    data: { slug: 'wenhua', name: '文化', sortKey: 'wenhua', parentId: top.id, reviewStages: 2 },
  })
  const [tag, second] = await db().tag.createManyAndReturn({
    data: ['书店', '河边'].map((name) => ({ slug: name, name, sortKey: name })),
  })
  const source = await db().source.create({ data: { slug: 'hbrb', name: '河边日报' } })
  const person = await db().person.create({ data: { slug: '林一', name: '林一' } })
  const media = 'ab'.repeat(32)
  const renditions = [{ width: 640, height: 320, key: `ab/${media}-640.webp` }]
  await db().media.create({ data: { id: media, origin: 'x', width: 640, height: 320, sizeBytes: 1, renditions, alt: '门口' } })
  const content = {
    ...EMPTY_DRAFT,
    headline: '河边开了一家书店',
    categoryIds: [below.id],
    tagIds: [second?.id ?? 0, tag?.id ?? 0],
    sourceId: source.id,
    bylines: [{ personId: person.id, role: 'reporter' as const }],
    leadMediaId: media,
  }
  await saveDraft(writer, { articleId, clientId: 'tab', baseVersion: 0, content })
  await transact(async (tx) => {
    const { number: revision, contentHash } = await cutRevision(tx, editor, articleId, 'sign')
    const signed = { articleId, revision, contentHash, staffId: editor.id, stage: 'first' as const }
    await tx.signature.create({ data: { ...signed, round: 1, note: '可' } })
    await tx.article.update({
      where: { id: articleId },
      data: { workflow: 'final_review', plannedFor: new Date('2026-12-01'), embargoUntil: new Date('2036-01-01T00:00:00Z') },
    })
    await tx.comment.create({ data: { articleId, authorId: editor.id, text: '看看' } })
    const at = new Date('2036-02-01T00:00:00Z')
    await tx.schedule.createMany({ data: [{ articleId, action: 'publish', at, revision: 1, createdById: editor.id }] })
  })
  expect(await findDraft(writer, articleId)).toMatchObject({
    id: articleId,
    version: 1,
    content,
    contentHash: draftHash(content),
    savedByName: '林记',
    labels: {
      people: [{ id: person.id, name: '林一' }],
      categories: [{ id: below.id, name: '文化', path: ['社会', '文化'] }],
      tags: [{ name: '河边' }, { name: '书店' }],
      source: { id: source.id, name: '河边日报' },
      leadMedia: { id: media, src: `/media/ab/${media}-640.webp`, alt: '门口' },
    },
    facts: { ownerId: writer.id, writerIds: [writer.id], signerIds: [editor.id], stages: 2 },
    publication: 'unpublished',
    workflow: 'final_review',
    createdByName: '林记',
    publishedAt: null,
    path: null,
    plannedFor: '2026-12-01',
    embargoUntil: new Date('2036-01-01T00:00:00Z'),
    reviewRound: 1,
    stages: ['first', 'final'],
    signatures: [{ stage: 'first', name: '周编', note: '可', valid: true }],
    schedules: [{ action: 'publish', at: new Date('2036-02-01T00:00:00Z'), createdByName: '周编', fault: null }],
    liveHash: null,
    liveTagIds: null,
    openComments: 1,
    permissions: { read: null, edit: 'state', recall: null, publish: 'role', review: 'role' },
    problems: [{ code: 'publication.body-missing' }],
  })
  expect(await findDraft(other, articleId)).toBeNull()
  expect(await findDraft(other, 'zzzzzzzzzz')).toBeNull()
  expect(await findDraft(other, "x' OR 1")).toBeNull()
  expect(await findAccess(other, articleId)).toMatchObject({ read: 'not-yours' })
  expect(await findAccess(other, 'zzzzzzzzzz')).toBeNull()
})

test('a live article opens as what readers see, and says when the draft is another text', async () => {
  const id = '2222222222'
  await insertArticle({
    id,
    headline: '河边开了一家书店',
    at: '2022-02-08T16:30:00Z',
    categories: ['yaowen'],
    tags: ['hebian'],
    source: '泽川日报',
  })
  await db().article.update({ where: { id }, data: { workflow: 'ready' } })
  const open = await findDraft(editor, id)
  expect(open).toMatchObject({
    version: 1,
    savedByName: '',
    path: `/2022/02/09/${id}`,
    content: { headline: '河边开了一家书店' },
  })
  expect(open?.liveHash).toBe(open?.contentHash)
  expect(open?.liveTagIds).toEqual(open?.content.tagIds)
  const content = { ...EMPTY_DRAFT, ...open?.content, kicker: '文化' }
  await saveDraft(editor, { articleId: id, clientId: 'tab', baseVersion: 1, content })
  const changed = await findDraft(editor, id)
  expect(changed).toMatchObject({
    version: 2,
    workflow: 'draft',
    publication: 'live',
    liveHash: open?.liveHash,
    savedByName: '周编',
  })
  expect(changed?.contentHash).not.toBe(changed?.liveHash)
})
