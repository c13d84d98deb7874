import type { ElementContent } from 'hast'
import { elementsOf, isElement, parseHtml, property, textOf } from '@/newsroom/html/html-tree'
import type { DraftContent } from './draft'
import type { Fault } from './outcome'
import { mediaIdOf } from './picked-media'

/** What the library knows of a picture. */
export interface PictureFacts {
  state: 'pending' | 'ready' | 'failed'
  alt: string | null
}

export interface PublicationFacts {
  /** every picture of the draft, lead and body, that the library has */
  pictures: ReadonlyMap<string, PictureFacts>
  /** the time it is to go out, where one is set */
  publishAt?: Date | null
  embargoUntil?: Date | null
}

/** Everything that stands in the way of a text's publication; empty: it can go to readers. */
export function publicationProblems(content: DraftContent, facts: PublicationFacts): Fault[] {
  return [
    ...missing(content),
    ...(content.type === 'reprint' ? unattributed(content) : []),
    ...pictureProblems(content, facts),
    ...timeProblems(facts),
  ]
}

/** What stands in the way of 送审. A picture that is still being made ready is the machine's work, not the writer's, and stops nobody. */
export function submissionProblems(content: DraftContent, facts: PublicationFacts): Fault[] {
  return publicationProblems(content, facts).filter(({ code }) => code !== 'publication.picture-pending')
}

function missing({ headline, bodyHtml, categoryIds }: DraftContent): Fault[] {
  const body = parseHtml(bodyHtml)
  const isEmpty = textOf(body).trim() === '' && ![...elementsOf(body)].some(({ tagName }) => tagName === 'img')
  return [
    ...fault(headline.trim() === '', 'headline-missing', 'headline'),
    ...fault(isEmpty, 'body-missing', 'bodyHtml'),
    ...fault(categoryIds.length === 0, 'category-missing', 'categoryIds'),
  ]
}

/** 转载 says where from, by whom and under which headline (互联网新闻信息服务管理规定, art. 15). */
function unattributed({ sourceId, sourceUrl, originalHeadline, originalAuthor }: DraftContent): Fault[] {
  return [
    ...fault(sourceId === null, 'source-missing', 'sourceId'),
    ...fault(sourceUrl === '', 'source-url-missing', 'sourceUrl'),
    ...fault(originalHeadline === '', 'original-headline-missing', 'originalHeadline'),
    ...fault(originalAuthor === '', 'original-author-missing', 'originalAuthor'),
  ]
}

function pictureProblems({ bodyHtml, leadMediaId }: DraftContent, { pictures }: PublicationFacts): Fault[] {
  const images = [...imagesOf(parseHtml(bodyHtml).children as ElementContent[])]
  const undescribed = images.filter(({ described }) => !described).length
  const lead = leadMediaId === null ? undefined : pictures.get(leadMediaId)
  const used = new Set([...images.flatMap(({ id }) => id ?? []), ...(leadMediaId === null ? [] : [leadMediaId])])
  const inState = (state: PictureFacts['state']) => [...used].filter((id) => pictures.get(id)?.state === state).length
  const [pending, failed] = [inState('pending'), inState('failed')]
  return [
    ...fault(undescribed > 0, 'alt-missing', 'bodyHtml', { count: undescribed }),
    ...fault(lead !== undefined && !lead.alt?.trim(), 'lead-alt-missing', 'leadMediaId'),
    ...fault(pending > 0, 'picture-pending', undefined, { count: pending }),
    ...fault(failed > 0, 'picture-failed', undefined, { count: failed }),
  ]
}

function timeProblems({ publishAt, embargoUntil }: PublicationFacts): Fault[] {
  return fault(Boolean(publishAt && embargoUntil && publishAt < embargoUntil), 'before-embargo')
}

/** A caption beside a picture describes it; without one its `alt` must. */
function* imagesOf(nodes: ElementContent[], captioned = false): Generator<{ id: string | null; described: boolean }> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (node.tagName === 'img')
      yield { id: mediaIdOf(property(node, 'src')), described: captioned || property(node, 'alt').trim() !== '' }
    else yield* imagesOf(node.children, captioned || (node.tagName === 'figure' && hasCaption(node.children)))
  }
}

const hasCaption = (nodes: ElementContent[]) => nodes.some((node) => isElement(node, 'figcaption') && textOf(node).trim() !== '')

function fault(holds: boolean, code: string, field?: keyof DraftContent, params?: Fault['params']): Fault[] {
  return holds ? [{ code: `publication.${code}`, ...(field && { field }), ...(params && { params }) }] : []
}
