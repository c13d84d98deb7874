import { OPEN_CRAWLING } from '@/newsroom/crawl-rules'
import type { AddressedKind, MergeKind } from '@/newsroom/desk/taxonomy'
import { NO_LICENCES } from '@/newsroom/licences'
import { SYSTEM } from '@/server/commands/actor'
import { changeCategory, orderCategories } from '@/server/commands/change-category'
import { changePerson } from '@/server/commands/change-person'
import { putRootFile, removeRootFile } from '@/server/commands/change-root-file'
import { changeSiteSettings } from '@/server/commands/change-site-settings'
import { changeSource } from '@/server/commands/change-source'
import { changeTag, deleteUnusedTags } from '@/server/commands/change-tag'
import { createSource } from '@/server/commands/create-source'
import { createTag } from '@/server/commands/create-tag'
import { editMedia } from '@/server/commands/edit-media'
import { keepRenditions } from '@/server/commands/keep-renditions'
import { layOutFrontPage } from '@/server/commands/lay-out-front-page'
import { mergeNames } from '@/server/commands/merge-names'
import { reckonPopular } from '@/server/commands/reckon-popular'
import { recordReads } from '@/server/commands/record-reads'
import { undoMerge } from '@/server/commands/undo-merge'
import { db } from '@/server/db'
import { aName, type Deed, freshName, type Newsroom, renditionsOf, someNames, toldOf } from './newsroom-fixture'

export const PAPER_DEEDS: Record<string, Deed> = {
  async 'change a category'(room) {
    const found = await aName(room, 'category')
    const held = found && (await db().category.findUnique({ where: { id: found.id } }))
    if (!held) return null
    const name = room.dice.chance(0.5) ? freshName(room) : held.name
    const slug = room.dice.chance(0.3) ? `lan-${++room.made}` : held.slug
    const parentId = room.dice.chance(0.5) ? ((await aName(room, 'category'))?.id ?? null) : held.parentId
    const outcome = await changeCategory(SYSTEM, held.id, { name, slug, parentId, reviewStages: held.reviewStages })
    return toldOf(`category ${held.name} becomes ${name} at ${slug} below ${parentId}`, outcome)
  },
  async 'make a category'(room) {
    const parentId = room.dice.chance(0.5) ? ((await aName(room, 'category'))?.id ?? null) : null
    const input = { name: freshName(room), slug: `lan-${++room.made}`, parentId, reviewStages: 3 }
    return toldOf(`category ${input.name} is made`, await changeCategory(SYSTEM, null, input))
  },
  async 'order categories'(room) {
    const names = await someNames(room, 'category', 6)
    return toldOf(
      'categories are put in order',
      await orderCategories(
        SYSTEM,
        names.map(({ id }) => id),
      ),
    )
  },
  async 'change a tag'(room) {
    const tag = await aName(room, 'tag')
    if (!tag) return null
    const [name, slug] = [freshName(room), room.dice.chance(0.5) ? `biao-${++room.made}` : tag.slug]
    return toldOf(`tag ${tag.name} becomes ${name} at ${slug}`, await changeTag(SYSTEM, tag.id, { name, slug, synonyms: [] }))
  },
  async 'make a tag or a source'(room) {
    const name = freshName(room)
    return room.dice.chance(0.5)
      ? toldOf(`tag ${name} is made`, await createTag(SYSTEM, { name }))
      : toldOf(`source ${name} is made`, await createSource(SYSTEM, { name }))
  },
  async 'delete tags'(room) {
    const tags = await someNames(room, 'tag', 4)
    return toldOf(
      'tags that nothing carries are deleted',
      await deleteUnusedTags(
        SYSTEM,
        tags.map(({ id }) => id),
      ),
    )
  },
  async 'change a source'(room) {
    const source = await aName(room, 'source')
    if (!source) return null
    const [name, slug] = [
      room.dice.chance(0.6) ? freshName(room) : source.name,
      room.dice.chance(0.4) ? `bao-${++room.made}` : source.slug,
    ]
    const url = room.dice.chance(0.5) ? `https://bao-${room.made}.example` : null
    return toldOf(`source ${source.name} becomes ${name} at ${slug}`, await changeSource(SYSTEM, source.id, { name, slug, url }))
  },
  async 'change a person'(room) {
    const person = await aName(room, 'person')
    if (!person) return null
    const name = freshName(room)
    return toldOf(`person ${person.name} becomes ${name}`, await changePerson(SYSTEM, person.id, { name, titles: [] }))
  },
  'merge categories': merging('category'),
  'merge tags': merging('tag'),
  'merge sources': merging('source'),
  'merge people': merging('person'),
  async 'undo a merge'(room) {
    const merges = await db().merge.findMany({ where: { undoneAt: null }, orderBy: { id: 'asc' } })
    const merge = room.dice.one(merges)
    if (!merge) return null
    return toldOf(
      `merge ${merge.id} of ${merge.kind} ${merge.fromId} into ${merge.intoId} is undone`,
      await undoMerge(SYSTEM, merge.id),
    )
  },
  /** An address that moved is another's from now on, or its own again. */
  async 'take over an address'(room) {
    const kind = room.dice.one<AddressedKind>(['category', 'tag', 'source']) ?? 'tag'
    const moved = await db().redirect.findMany({ where: { path: { startsWith: `/${kind}/` } }, orderBy: { path: 'asc' } })
    const slug = room.dice.one(moved)?.path.split('/')[2]
    const name = await aName(room, kind)
    if (!slug || !name) return null
    return toldOf(`${kind} ${name.name} takes the address ${slug}`, await readdress(kind, name, slug))
  },
  async 'lay out the front page'(room) {
    const { dice, desk } = room
    const live = await db().article.findMany({ where: { publication: 'live' }, orderBy: { id: 'asc' }, select: { id: true } })
    const later = () => (dice.chance(0.3) ? new Date(Date.now() + 1_500).toISOString() : null)
    const standing = await db().frontPage.findFirst({
      where: { publishedAt: { not: null } },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    })
    const layout = {
      stories: dice.some(live, 5).map(({ id }) => ({ articleId: id, until: later() })),
      sections: (await someNames(room, 'category', 4)).map(({ id }) => ({ categoryId: id, hidden: dice.chance(0.3) })),
      breaking: dice.chance(0.4)
        ? { text: freshName(room), articleId: dice.one(live)?.id ?? null, until: new Date(Date.now() + 1_500).toISOString() }
        : null,
    }
    return toldOf('the front page is laid out', await layOutFrontPage(desk.chief, { layout, editionId: standing?.id ?? 0 }))
  },
  async 'change a setting'(room) {
    const { dice, desk } = room
    const name = freshName(room)
    const change = dice.one([
      { name: 'licences' as const, value: { ...NO_LICENCES, news: name } },
      { name: 'verification' as const, value: { 'baidu-site-verification': `code-${room.made}` } },
      { name: 'crawling' as const, value: { ...OPEN_CRAWLING, ai: dice.chance(0.5) ? ('allow' as const) : ('refuse' as const) } },
    ])
    return change ? toldOf(`${change.name} are others`, await changeSiteSettings(desk.administrator, change)) : null
  },
  async 'put or remove a file at the root'({ dice, desk, made }) {
    if (dice.chance(0.6))
      return toldOf('a file stands at the root', await putRootFile(desk.administrator, { name: 'ads.txt', text: `line ${made}` }))
    return toldOf('no file stands at the root', await removeRootFile(desk.administrator, 'ads.txt'))
  },
  async 'say something of a picture'(room) {
    const id = await aPicture(room)
    if (!id) return null
    const words = { alt: freshName(room), caption: freshName(room), credit: freshName(room), aiGenerated: room.dice.chance(0.5) }
    return toldOf(`picture ${id.slice(0, 6)} has other words`, await editMedia(room.desk.chief, { id, words }))
  },
  async 'make the sizes of a picture'(room) {
    const id = await aPicture(room)
    if (!id) return null
    await keepRenditions(id, renditionsOf(id, room.dice.chance(0.5) ? [1280, 640, 320] : [1280, 640]))
    return `picture ${id.slice(0, 6)} has other sizes`
  },
  async 'read, and reckon what is read most'({ dice }) {
    const live = await db().article.findMany({ where: { publication: 'live' }, orderBy: { id: 'asc' }, select: { id: true } })
    await recordReads(new Map(dice.some(live, 6).map(({ id }) => [id, 3 + dice.below(40)])))
    return `what is read most is ${(await reckonPopular()) ? 'another' : 'the same'}`
  },
}

const aPicture = async ({ dice }: Newsroom) => dice.one(await db().media.findMany({ orderBy: { id: 'asc' } }))?.id

function merging(kind: MergeKind): Deed {
  return async (room) => {
    const [from, into] = [await aName(room, kind), await aName(room, kind)]
    if (!from || !into || from.id === into.id) return null
    return toldOf(
      `${kind} ${from.name} is merged into ${into.name}`,
      await mergeNames(SYSTEM, { kind, fromId: from.id, intoId: into.id }),
    )
  }
}

async function readdress(kind: AddressedKind, { id, name }: { id: number; name: string }, slug: string) {
  if (kind === 'tag') return await changeTag(SYSTEM, id, { name, slug, synonyms: [] })
  if (kind === 'source') return await changeSource(SYSTEM, id, { name, slug, url: null })
  const held = await db().category.findUniqueOrThrow({ where: { id } })
  return await changeCategory(SYSTEM, id, { name, slug, parentId: held.parentId, reviewStages: held.reviewStages })
}
