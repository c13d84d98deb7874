import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { articlePath } from '@/newsroom/addresses'
import type { Article, BylineRole, Correction } from '@/newsroom/article'
import { dateOf } from '@/newsroom/dates'
import { absoluteTree } from '@/newsroom/html/absolute-addresses'
import { element, parseHtml } from '@/newsroom/html/html-tree'
import { openingDateline } from '@/newsroom/html/opening-dateline'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

const words = (value: string): ElementContent => ({ type: 'text', value })
const paragraph = (...children: ElementContent[]) => element('p', children)

/**
 * An article as its own page shows it, for those who read it elsewhere: corrections first, a machine's part told, then the text
 * with its picture, and who made it, where it comes from. Every address in it is absolute.
 */
export function feedBody(article: Article, site: Site): string {
  const url = site.url + articlePath(article, site.timeZone)
  const body = parseHtml(openingDateline(article.bodyHtml, article.dateline && `${article.dateline}　`))
  const { standfirst, aiAssistance } = article
  const t = texts(site.locale)
  const children = [
    ...article.corrections.map((correction) => paragraph(element('strong', [words(correctionNote(correction, site))]))),
    ...(aiAssistance === 'none' ? [] : [paragraph(element('em', [words(t(`article.ai.${aiAssistance}`))]))]),
    ...(standfirst ? [paragraph(element('strong', [words(standfirst)]))] : []),
    ...leadFigure(article, site),
    ...body.children,
    ...origin(article, site),
  ]
  return toHtml(absoluteTree({ type: 'root', children: children as ElementContent[] }, url))
}

/** `更正（2026年11月24日）：误：…；正：…` */
export function correctionNote({ wrong, right, publishedAt }: Correction, site: Site): string {
  const t = texts(site.locale)
  return t('corrections.dated', { day: dateOf(publishedAt, site), sentence: t('corrections.sentence', { wrong, right }) })
}

/** 题图, unless the text shows it itself. */
function leadFigure({ picture, bodyHtml }: Article, site: Site): ElementContent[] {
  const [widest] = picture?.renditions ?? []
  if (!picture || !widest || bodyHtml.includes(`/${picture.id}-`)) return []
  const notes = [picture.caption, picture.credit, picture.aiGenerated && texts(site.locale)('article.aiPicture')].filter(Boolean)
  const { src, width, height } = widest
  return [
    element('figure', [
      element('img', [], { src, width, height, alt: picture.alt }),
      ...(notes.length > 0 ? [element('figcaption', [words(notes.join('　'))])] : []),
    ]),
  ]
}

/** Who made it, each with what they did, and where it was published first. */
function origin({ type, source, sourceUrl, bylines, ...article }: Article, site: Site): ElementContent[] {
  const t = texts(site.locale)
  const roles = new Map<BylineRole, string[]>()
  for (const { role, name } of bylines) roles.set(role, [...(roles.get(role) ?? []), name])
  const people = [...roles].map(([role, names]) => `${t(`roles.${role}`)} ${names.join(t('roles.join'))}`)
  const reprint = source ? t('article.reprint', { source: source.name }) : t('article.reprintUnnamed')
  const from = type === 'original' ? '' : type === 'reprint' ? reprint : t(`article.${type}`)
  const credits = [
    article.originalHeadline && t('article.originalHeadline', { headline: article.originalHeadline }),
    article.originalAuthor && t('article.originalAuthor', { author: article.originalAuthor }),
  ]
  const lines = [...people, from || (source && `${t('article.source')} ${source.name}`), ...credits].filter(Boolean)
  return [
    ...(lines.length > 0 ? [paragraph(words(lines.join('　')))] : []),
    ...(sourceUrl ? [paragraph(element('a', [words(t('article.original'))], { href: sourceUrl }))] : []),
  ]
}
