import type { Article } from '@/newsroom/article'
import { BODY_SIZES } from '@/newsroom/html/picture-figures'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Picture } from './picture'

/** 题图 above the text, unless the text shows it itself. */
export function LeadFigure({ site, article: { picture, bodyHtml } }: { site: Site; article: Article }) {
  if (!picture || bodyHtml.includes(`/${picture.id}-`)) return null
  const words = [picture.caption, picture.credit].filter(Boolean).join('　')
  return (
    <figure className="lead-figure">
      <Picture picture={picture} sizes={BODY_SIZES} first />
      {picture.aiGenerated && <small className="ai-picture">{texts(site.locale)('article.aiPicture')}</small>}
      {words && <figcaption>{words}</figcaption>}
    </figure>
  )
}
