import type { Article } from '@/newsroom/article'
import { frugalOf, pictureWords } from '@/newsroom/html/linked-pictures'
import { BODY_SIZES } from '@/newsroom/html/picture-figures'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Picture } from './picture'

interface Props {
  site: Site
  view: View
  article: Article
}

/** Whether 题图 stands above the text: not where the text shows it itself. */
export const hasLead = ({ picture, bodyHtml }: Article): boolean => picture !== null && !bodyHtml.includes(`/${picture.id}-`)

/** 题图; in the lite edition a link to it. */
export function LeadFigure({ site, view, article }: Props) {
  const { picture } = article
  const t = texts(site.locale)
  if (!picture || !hasLead(article)) return null
  const words = [picture.caption, picture.credit].filter(Boolean).join('　')
  return (
    <figure className="lead-figure">
      {view === 'lite' ? (
        <a href={frugalOf(picture.renditions)?.src}>{pictureWords(t('article.picture'), picture.alt)}</a>
      ) : (
        <Picture picture={picture} sizes={BODY_SIZES} first />
      )}
      {picture.aiGenerated && <small className="ai-picture">{t('article.aiPicture')}</small>}
      {words && <figcaption>{words}</figcaption>}
    </figure>
  )
}
