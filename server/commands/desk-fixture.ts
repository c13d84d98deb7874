import { randomBytes } from 'node:crypto'
import { newArticleId } from '@/newsroom/article-id'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { insertStaff } from '@/server/test-staff'
import { saveDraft } from './save-draft'
import { signArticle } from './sign-article'
import { submitArticle } from './submit-article'

/** A newsroom of six, with a category for each number of reviews. */
export interface TestDesk {
  reporter: StaffActor
  otherReporter: StaffActor
  editor: StaffActor
  otherEditor: StaffActor
  chief: StaffActor
  administrator: StaffActor
  /** by how many reviews they ask for */
  categories: number[]
}

export async function openDesk(): Promise<TestDesk> {
  const categories: number[] = []
  for (const reviewStages of [0, 1, 2, 3]) {
    const slug = `reviews-${reviewStages}`
    const { id } = await db().category.create({ data: { slug, name: slug, sortKey: slug, reviewStages } })
    categories.push(id)
  }
  return {
    reporter: await insertStaff('林记'),
    otherReporter: await insertStaff('何记'),
    editor: await insertStaff('周编', 'editor'),
    otherEditor: await insertStaff('郑编', 'editor'),
    chief: await insertStaff('顾主编', 'chief'),
    administrator: await insertStaff('陶管理', 'administrator'),
    categories,
  }
}

/** A text that could be published. */
export const publishableText = (categoryId: number | undefined, change: Partial<DraftContent> = {}): DraftContent => ({
  ...EMPTY_DRAFT,
  headline: '河边开了一家书店',
  bodyHtml: '<p>河边开了一家书店，门口有一棵柳树。</p>',
  categoryIds: categoryId === undefined ? [] : [categoryId],
  ...change,
})

/** Somebody writes an article; answers its id. */
export async function write(actor: StaffActor, content: DraftContent): Promise<string> {
  const articleId = newArticleId(randomBytes(8))
  well(await saveDraft(actor, { articleId, clientId: actor.id, baseVersion: 0, content }))
  return articleId
}

/** Somebody writes on, whoever had it open having closed their tab. */
export async function rewrite(actor: StaffActor, articleId: string, change: Partial<DraftContent>): Promise<void> {
  await db().$executeRaw`DELETE FROM "Presence" WHERE "articleId" = ${articleId}`
  const draft = await db().draft.findUniqueOrThrow({ where: { articleId } })
  const content = { ...EMPTY_DRAFT, ...(draft.content as Partial<DraftContent>), ...change }
  well(await saveDraft(actor, { articleId, clientId: actor.id, baseVersion: draft.version, content }))
}

/** Each of these signs the text as it is. */
export async function signAs(articleId: string, ...actors: StaffActor[]): Promise<void> {
  for (const actor of actors) {
    const { contentHash } = await db().draft.findUniqueOrThrow({ where: { articleId } })
    well(await signArticle(actor, { articleId, contentHash }))
  }
}

/** Written, submitted and signed at all three stages. */
export async function writeReady(desk: TestDesk, change: Partial<DraftContent> = {}): Promise<string> {
  const articleId = await write(desk.reporter, publishableText(desk.categories[3], change))
  well(await submitArticle(desk.reporter, { articleId }))
  await signAs(articleId, desk.editor, desk.otherEditor, desk.chief)
  return articleId
}

/** The value of what must not have been refused. */
export function well<Value extends object>(outcome: Outcome<Value>): { ok: true } & Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.errors.map(({ code }) => code).join(', ')}`)
  return outcome
}

/** The codes of what must have been refused. */
export const refusals = (outcome: Outcome): string[] => (outcome.ok ? [] : outcome.errors.map(({ code }) => code))

export const articleOf = (id: string) => db().article.findUniqueOrThrow({ where: { id } })
export const deedsOf = async (id: string) =>
  (await db().auditEntry.findMany({ where: { subject: `article:${id}` }, orderBy: { id: 'asc' } })).map(({ action }) => action)
export const noticesOf = async ({ id }: StaffActor, articleId: string) =>
  (await db().notice.findMany({ where: { staffId: id, articleId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)
