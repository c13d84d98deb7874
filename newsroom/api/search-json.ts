import { articlePath, categoryPath, sourcePath } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import { machineTime } from '@/newsroom/dates'
import type { Site } from '@/newsroom/site'
import type { ApiSearchHit } from './answers'
import { placeJson } from './article-json'

/** An article that was found, as the API tells it. */
export const searchHitJson = (hit: ArticleCard & { excerpt: { text: string } }, site: Site): ApiSearchHit => ({
  id: hit.id,
  url: site.url + articlePath(hit, site.timeZone),
  headline: hit.headline,
  publishedAt: machineTime(hit.publishedAt, site.timeZone),
  source: hit.source && placeJson(hit.source, sourcePath, site),
  category: hit.category && placeJson(hit.category, categoryPath, site),
  excerpt: hit.excerpt.text,
})
