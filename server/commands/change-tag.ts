import { nameTag, redirectTag } from '@/newsroom/cache-tags'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { TagInput } from '@/newsroom/desk/taxonomy'
import { publishTags } from '@/server/bus'
import { proposeSlug } from '@/server/free-slugs'
import type { Actor } from './actor'
import { changeAddress } from './change-address'
import { spellingOf } from './ensure-names'
import { markStale } from './index-articles'
import { MERGEABLE } from './merge-kinds'
import { holdNames } from './merge-names'
import { nameFaults } from './name-taken'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** A tag's name, address and synonyms: other words that lead whoever types them to it. */
export async function changeTag(actor: Actor, id: number, { name, synonyms, ...input }: TagInput): Promise<Outcome> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const [held] = await holdNames(tx, MERGEABLE.tag, [id])
    if (!held || held.mergedIntoId !== null) return refused({ code: 'not-found' })
    const slug = input.slug || (await proposeSlug(tx, 'Tag', name, id))
    const faults = await nameFaults(tx, MERGEABLE.tag, { id, name, slug })
    // Whoever knew it by its old name, an archive too, still finds it.
    const words = [...new Set(held.name === name ? synonyms : [...synonyms, held.name])].filter((word) => word !== name)
    const others = await tx.tagSynonym.findMany({ where: { term: { in: words }, tagId: { not: id } }, include: { tag: true } })
    const tags = await tx.tag.findMany({ where: { name: { in: words }, mergedIntoId: null, id: { not: id } } })
    for (const { term, tag } of others) faults.push({ code: 'synonym-taken', field: 'synonyms', params: { term, tag: tag.name } })
    for (const tag of tags) faults.push({ code: 'synonym-is-tag', field: 'synonyms', params: { term: tag.name } })
    if (faults.length > 0) return refused(...faults)
    const before = await tx.tagSynonym.findMany({ where: { tagId: id }, select: { term: true } })
    await tx.tagSynonym.deleteMany({ where: { tagId: id } })
    await tx.tagSynonym.createMany({ data: words.map((term) => ({ term, tagId: id })) })
    await tx.tag.update({
      where: { id },
      data: { name, slug, ...spellingOf(name) },
      select: { id: true },
    })
    // Its articles are found by its name.
    if (held.name !== name) await markStale(tx, await MERGEABLE.tag.articlesOf(tx, id))
    const moved = await changeAddress(tx, MERGEABLE.tag, id, { old: held.slug, new: slug })
    await recordAudit(tx, actor, {
      action: 'tag.change',
      subject: `tag:${id}`,
      label: name,
      before: { name: held.name, slug: held.slug, synonyms: before.map(({ term }) => term) },
      after: { name, slug, synonyms: words },
    })
    await publishTags(tx, [nameTag(`tag:${id}`), ...moved])
    return { ok: true }
  })
}

/** Deletes tags that nothing carries and no draft names; answers how many there were. Addresses that readers had of them stay, and say so (410). */
export async function deleteUnusedTags(actor: Actor, ids: number[]): Promise<Outcome<{ count: number }>> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const gone = await tx.$queryRaw<{ id: number; name: string; slug: string; shownAt: Date | null }[]>`
      SELECT t."id", t."name", t."slug", t."shownAt" FROM "Tag" t WHERE t."id" = ANY(${ids}) AND t."mergedIntoId" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ArticleTag" l WHERE l."tagId" = t."id")
        AND NOT EXISTS (SELECT 1 FROM "Tag" m WHERE m."mergedIntoId" = t."id")
        AND NOT EXISTS (SELECT 1 FROM "Draft" d WHERE d."content"->'tagIds' @> to_jsonb(t."id"))
      ORDER BY t."id" FOR UPDATE`
    const shown = gone.filter(({ shownAt }) => shownAt !== null)
    const left = shown.map(({ slug }) => `/tag/${slug}`)
    await tx.redirect.createMany({ data: left.map((path) => ({ path })), skipDuplicates: true })
    await tx.redirect.updateMany({ where: { tagId: { in: shown.map(({ id }) => id) } }, data: { tagId: null } })
    await tx.tag.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
    // An address that led to one of them leads nowhere now.
    await publishTags(tx, [...gone.map(({ id }) => nameTag(`tag:${id}`)), ...left.map(redirectTag)])
    for (const { id, name } of gone) await recordAudit(tx, actor, { action: 'tag.delete', subject: `tag:${id}`, label: name })
    return { ok: true, count: gone.length }
  })
}
