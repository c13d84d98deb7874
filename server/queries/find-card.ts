import sharp, { type Sharp } from 'sharp'
import { shortPath } from '@/newsroom/addresses'
import type { Article, Picture } from '@/newsroom/article'
import { isArticleId } from '@/newsroom/article-id'
import { calendarDay } from '@/newsroom/calendar'
import { type CardShape, cutOf, readCardFile } from '@/newsroom/card'
import { dateOf, dayName, lunarDay } from '@/newsroom/dates'
import { excerpt } from '@/newsroom/excerpt'
import { isElement, parseHtml } from '@/newsroom/html/html-tree'
import { plainText } from '@/newsroom/html/plain-text'
import { channelPath } from '@/newsroom/share-channel'
import { texts } from '@/newsroom/texts'
import { config } from '@/server/config'
import { drawSquareCard, drawWideCard } from '@/server/draw-card'
import { drawPoster, PICTURE_SIZE, type PosterPicture } from '@/server/draw-poster'
import type { CardText } from '@/server/drawing'
import { getMedia } from '@/server/storage'
import { findArticle } from './find-article'

/** An image of an article as bytes, or why there is none. */
export type FoundImage = { state: 'image'; bytes: Buffer; type: 'image/png' | 'image/jpeg' } | { state: 'missing' | 'gone' }

const MISSING: FoundImage = { state: 'missing' }
const GONE: FoundImage = { state: 'gone' }
const OPENING_CHARACTERS = 420
const JPEG = { quality: 82, mozjpeg: true } as const
/** As WeChat takes a picture without shrinking it. */
const LARGEST_JPEG = 300_000

/** `/card/{file}`: an article's card in type, or its lead picture cut to a shape. */
export async function findCard(file: string): Promise<FoundImage> {
  const asked = readCardFile(file)
  if (!asked) return MISSING
  const found = await findArticle(asked.id)
  if (found?.state !== 'live') return found ? GONE : MISSING
  const { article } = found
  if (asked.kind === 'drawn') {
    const text = cardText(article)
    return image(asked.shape === 'square' ? await drawSquareCard(text) : await drawWideCard(text), 'image/png')
  }
  const cut = article.picture && (await cutPicture(article.picture, asked.shape))
  return cut ? image(await cut.jpeg(JPEG).toBuffer(), 'image/jpeg') : MISSING
}

/** `/poster/{id}.png` or `.jpg`: a page to keep and pass on. */
export async function findPoster(file: string): Promise<FoundImage> {
  const [, id = '', ending] = /^(\w+)\.(png|jpg)$/.exec(file) ?? []
  if (!isArticleId(id)) return MISSING
  const found = await findArticle(id)
  if (found?.state !== 'live') return found ? GONE : MISSING
  const { SITE_URL, SITE_LOCALE, SITE_TIMEZONE } = config()
  const t = texts(SITE_LOCALE)
  const day = calendarDay(found.article.publishedAt, SITE_TIMEZONE)
  const text = {
    ...cardText(found.article),
    // As on the page, what a machine wrote or drew says so.
    source: [cardText(found.article).source, machineLabel(found.article)].filter(Boolean).join('　') || null,
    summary: openingOf(found.article),
    dayLine: [dayName(day, SITE_LOCALE), lunarDay(day, SITE_LOCALE)].filter(Boolean).join(' '),
    link: SITE_URL + channelPath(shortPath(id), 'poster'),
    scan: t('poster.scan'),
    read: t('poster.read'),
  }
  const picture = found.article.picture && (await posterPicture(found.article.picture))
  if (ending === 'png') return image(await drawPoster(text, picture, 'png'), 'image/png')
  const bytes = await drawPoster(text, picture, 'jpeg')
  return image(
    bytes.length <= LARGEST_JPEG ? bytes : await sharp(bytes).jpeg({ quality: 60, mozjpeg: true }).toBuffer(),
    'image/jpeg',
  )
}

function machineLabel({ aiAssistance }: Article): string | null {
  return aiAssistance === 'none' ? null : texts(config().SITE_LOCALE)(`article.ai.${aiAssistance}`)
}

const image = (bytes: Buffer, type: 'image/png' | 'image/jpeg'): FoundImage => ({ state: 'image', bytes, type })

function cardText(article: Article): CardText {
  const { SITE_NAME, SITE_URL, SITE_LOCALE: locale, SITE_TIMEZONE: timeZone } = config()
  // What the masthead says already is not said again.
  const category = article.category?.name === SITE_NAME ? null : (article.category?.name ?? null)
  const source = article.source?.name
  return {
    siteName: SITE_NAME,
    host: new URL(SITE_URL).host,
    headline: article.headline,
    kicker: article.kicker,
    category,
    source: source === SITE_NAME || source === category ? null : (source ?? null),
    date: dateOf(article.publishedAt, { locale, timeZone }),
    summary: article.standfirst ?? article.description,
  }
}

/** How the text begins, in one paragraph, without what is said elsewhere on the sheet. */
function openingOf({ bodyHtml, standfirst, description }: Article): string {
  // Tables, lists and captions are no running text.
  const paragraphs = parseHtml(bodyHtml).children.filter((node) => isElement(node, 'p'))
  const opening = excerpt(plainText({ type: 'root', children: paragraphs }), OPENING_CHARACTERS).replace(
    /(?<=[\p{Script=Han}。！？；”）])\s+/gu,
    '',
  )
  return opening || (standfirst ?? description)
}

/** The part of a picture a shape takes, at most 1200 px wide. Null: its file is not there. */
async function cutPicture(picture: Picture, shape: CardShape): Promise<Sharp | null> {
  const cut = cutOf(picture, shape)
  const bytes = await getMedia(picture.renditions[0]?.src.replace(/^\/media\//, '') ?? '').catch(() => null)
  if (!cut || !bytes) return null
  const { left, top, width, height, outWidth, outHeight } = cut
  return sharp(bytes)
    .extract({ left, top, width, height })
    .resize(outWidth, outHeight, { fit: 'fill' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
}

/** Smaller ones would be blown up. */
const LEAST_WIDTH = 600

async function posterPicture(picture: Picture): Promise<PosterPicture | null> {
  if ((picture.renditions[0]?.width ?? 0) < LEAST_WIDTH) return null
  const cut = await cutPicture(picture, '16x9')
  if (!cut) return null
  const bytes = await sharp(await cut.png({ compressionLevel: 1 }).toBuffer())
    .resize(PICTURE_SIZE.width, PICTURE_SIZE.height, { fit: 'fill' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const label = picture.aiGenerated && texts(config().SITE_LOCALE)('article.aiPicture')
  return { bytes, credit: [label, picture.caption, picture.credit].filter(Boolean).join(' ') || null }
}
