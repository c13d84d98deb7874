import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picturesIn } from '@/newsroom/desk/draft-body'
import type { MediaQuestion, MediaWords } from '@/newsroom/desk/media-library'
import { db } from '@/server/db'
import { listMedia } from '@/server/queries/list-media'
import { listMediaUses } from '@/server/queries/list-media-uses'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { articleOf, openDesk, publishableText, refusals, signAs, type TestDesk, well, write, writeReady } from './desk-fixture'
import { discardMedia, retryMedia } from './discard-media'
import { editMedia } from './edit-media'
import { indexMedia } from './index-media'
import { publishArticle } from './publish-article'
import { reckonMedia } from './reckon-media'
import { replaceMedia } from './replace-media'
import { submitArticle } from './submit-article'

let desk: TestDesk
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())

let made = 0
/** A picture of the library, its files left out. */
async function picture(
  change: { uploadedById?: string; alt?: string; caption?: string; state?: 'ready' | 'failed' } = {},
): Promise<string> {
  const id = createHash('sha256').update(`picture ${made++}`).digest('hex')
  const renditions = [640, 1280].map((width) => ({ width, height: width / 2, key: `${id.slice(0, 2)}/${id}-${width}.webp` }))
  await db().media.create({
    data: {
      id,
      origin: `${made}.jpg`,
      width: 1280,
      height: 640,
      sizeBytes: 1,
      renditions,
      createdAt: new Date(made * 1000),
      ...change,
    },
  })
  await indexMedia(db(), [id])
  return id
}
const figure = (id: string) => `<p>字。</p><figure><img src="/media/${id.slice(0, 2)}/${id}-640.webp" alt="书店"></figure>`
const words = (change: Partial<MediaWords> = {}): MediaWords => ({
  alt: '',
  caption: '',
  credit: '',
  rights: '',
  aiGenerated: false,
  focalX: 0.5,
  focalY: 0.5,
  ...change,
})
const draftOf = async (articleId: string) =>
  (await db().draft.findUniqueOrThrow({ where: { articleId } })).content as { bodyHtml: string; leadMediaId: string | null }
const tagsSince = async (id: bigint) => (await db().busEvent.findMany({ where: { id: { gt: id } } })).flatMap(({ tags }) => tags)
const lastEvent = async () => (await db().busEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n

describe('what is said of a picture', () => {
  it('is changed by an editor, or by whoever brought it; readers get it at once', async () => {
    const id = await picture({ uploadedById: desk.reporter.id, alt: '店' })
    const articleId = await writeReady(desk, { leadMediaId: id })
    well(await publishArticle(desk.chief, { articleId }))
    const before = await lastEvent()
    expect(refusals(await editMedia(desk.otherReporter, { id, words: words({ alt: '门' }) }))).toEqual(['denied.role'])
    well(await editMedia(desk.reporter, { id, words: words({ alt: '书店门口', focalX: 0.2 }) }))
    expect(await tagsSince(before)).toContain(`article:${articleId}`)
    const [entry] = await db().auditEntry.findMany({ where: { action: 'media.change' } })
    expect(entry).toMatchObject({ before: { alt: '店', focalX: 0.5 }, after: { alt: '书店门口', focalX: 0.2 } })
    well(await editMedia(desk.editor, { id, words: words({ alt: '书店门口', focalX: 0.2 }) }))
    expect(await db().auditEntry.count({ where: { action: 'media.change' } })).toBe(1)
  })

  it('leaves what is not said as it is', async () => {
    const id = await picture({ alt: '店' })
    well(await editMedia(desk.editor, { id, words: words({ alt: '店', credit: '林记', focalY: 0.1 }) }))
    well(await editMedia(desk.editor, { id, words: { alt: '书店门口' } }))
    expect(await db().media.findUniqueOrThrow({ where: { id } })).toMatchObject({
      alt: '书店门口',
      credit: '林记',
      focalY: 0.1,
    })
  })
})

describe('a picture is taken out of the library', () => {
  it('only while no article shows it, be it a draft, and comes back', async () => {
    const id = await picture()
    const articleId = await write(desk.reporter, publishableText(desk.categories[3], { bodyHtml: figure(id) }))
    expect(await discardMedia(desk.editor, { id, discarded: true })).toEqual({
      ok: false,
      errors: [{ code: 'media.uses', params: { count: 1 } }],
    })
    const free = await picture()
    well(await discardMedia(desk.editor, { id: free, discarded: true }))
    expect((await db().media.findUnique({ where: { id: free } }))?.discardedAt).not.toBeNull()
    well(await discardMedia(desk.editor, { id: free, discarded: false }))
    expect((await db().media.findUnique({ where: { id: free } }))?.discardedAt).toBeNull()
    expect(await listMediaUses(desk.editor, id)).toEqual({
      lines: [{ articleId, headline: '河边开了一家书店', live: false }],
      others: 0,
    })
    expect(await listMediaUses(desk.otherReporter, id)).toEqual({ lines: [], others: 1 })
  })
})

describe('another picture takes over', () => {
  it('in every draft, and voids what was signed', async () => {
    const [id, byId] = [await picture({ alt: '店' }), await picture()]
    const draft = await write(desk.reporter, publishableText(desk.categories[3], { bodyHtml: figure(id), leadMediaId: id }))
    const signed = await write(desk.reporter, publishableText(desk.categories[3], { leadMediaId: id }))
    well(await submitArticle(desk.reporter, { articleId: signed }))
    await signAs(signed, desk.editor)
    expect(await replaceMedia(desk.otherEditor, { id, byId })).toEqual({ ok: true, changed: 2, live: 0 })
    const { bodyHtml, leadMediaId } = await draftOf(draft)
    expect(leadMediaId).toBe(byId)
    expect(picturesIn(bodyHtml)).toEqual([byId])
    expect(bodyHtml).toContain(`${byId}-1280.webp`)
    expect((await draftOf(signed)).leadMediaId).toBe(byId)
    expect(await db().signature.count({ where: { articleId: signed, voidedAt: null } })).toBe(0)
    expect(await db().mediaUse.findMany({ where: { mediaId: id } })).toEqual([])
    const { items } = await listMedia(desk.editor, { text: '', filter: 'all', before: null })
    expect(items.map((item) => item.id)).not.toContain(id)
  })

  it('for readers only with the new text: what they see was signed with the old one', async () => {
    const [id, byId] = [await picture({ alt: '店' }), await picture()]
    const articleId = await writeReady(desk, { leadMediaId: id })
    well(await publishArticle(desk.chief, { articleId }))
    expect(await replaceMedia(desk.chief, { id, byId })).toEqual({ ok: true, changed: 1, live: 1 })
    expect(await articleOf(articleId)).toMatchObject({ publication: 'live', workflow: 'draft', leadMediaId: id })
    expect((await draftOf(articleId)).leadMediaId).toBe(byId)
    expect(await listMediaUses(desk.chief, id)).toMatchObject({ lines: [{ articleId, live: true }] })
  })

  it('in all of them or in none', async () => {
    const [id, byId] = [await picture({ uploadedById: desk.reporter.id }), await picture({ alt: '店' })]
    const own = await write(desk.reporter, publishableText(desk.categories[3], { leadMediaId: id }))
    await write(desk.otherReporter, publishableText(desk.categories[3], { leadMediaId: id, headline: '别人的稿件' }))
    expect(await replaceMedia(desk.reporter, { id, byId })).toEqual({
      ok: false,
      errors: [{ code: 'media.others-use' }],
    })
    const submitted = await write(desk.reporter, publishableText(desk.categories[3], { leadMediaId: byId, headline: '已送审' }))
    well(await submitArticle(desk.reporter, { articleId: submitted }))
    const third = await picture({ uploadedById: desk.reporter.id })
    await db().media.updateMany({ where: { id: byId }, data: { uploadedById: desk.reporter.id } })
    expect(await replaceMedia(desk.reporter, { id: byId, byId: third })).toEqual({
      ok: false,
      errors: [{ code: 'media.not-editable', params: { headline: '已送审' } }],
    })
    expect((await draftOf(own)).leadMediaId).toBe(id)
  })

  it('never by itself, nor by one that is gone', async () => {
    const [id, byId] = [await picture(), await picture()]
    expect(refusals(await replaceMedia(desk.editor, { id, byId: id }))).toEqual(['media.same'])
    well(await discardMedia(desk.editor, { id: byId, discarded: true }))
    expect(refusals(await replaceMedia(desk.editor, { id, byId }))).toEqual(['media.gone'])
  })
})

describe('the library', () => {
  const ask = async (question: Partial<MediaQuestion>) => {
    const { items } = await listMedia(desk.reporter, { text: '', filter: 'all', before: null, ...question })
    return items.map(({ id }) => id)
  }

  it('finds by words and by what is missing', async () => {
    const spoken = await picture({ caption: '夜市的灯笼', alt: '一排红灯笼', uploadedById: desk.reporter.id })
    const broken = await picture({ state: 'failed', alt: '灯' })
    expect(await ask({ text: '灯笼' })).toEqual([spoken])
    expect(await ask({ text: '查无' })).toEqual([])
    expect(await ask({ text: '！！' })).toEqual([])
    expect(await ask({ filter: 'failed' })).toEqual([broken])
    expect(await ask({ filter: 'mine', text: '灯笼' })).toEqual([spoken])
    expect(await ask({ filter: 'no-alt' })).not.toContain(spoken)
    expect(await ask({ filter: 'unused' })).toEqual(expect.arrayContaining([spoken, broken]))
    expect(await ask({ filter: 'discarded' })).not.toContain(spoken)
    well(await retryMedia(desk.editor, { id: broken }))
    expect(await ask({ filter: 'failed' })).toEqual([])
  })

  it('goes through pages, each picture once', async () => {
    for (let count = 0; count < 60; count++) await picture()
    const first = await listMedia(desk.editor, { text: '', filter: 'all', before: null })
    const second = await listMedia(desk.editor, { text: '', filter: 'all', before: first.next })
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(first.items).toHaveLength(48)
    expect(new Set(ids).size).toBe(ids.length)
    expect(second.next).toBeNull()
  })

  it('indexes what nobody indexed, once', async () => {
    await db().$executeRaw`UPDATE "Media" SET "searchTerms" = NULL WHERE "caption" IS NOT NULL`
    expect(await reckonMedia()).toBe(1)
    expect(await reckonMedia()).toBe(0)
    expect(await ask({ text: '夜市' })).toHaveLength(1)
  })
})
