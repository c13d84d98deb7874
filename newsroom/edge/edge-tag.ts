import { EVERYTHING } from '@/newsroom/cache-tags'

const LONGEST_CACHE_TAG = 4096

/** A tag as it stands in a header: no space and no comma, which are what tags are parted by. */
export const edgeTag = (tag: string): string => encodeURI(tag).replaceAll(',', '%2C')

/** The tags of an answer as an edge is told of them. `complete`: by each of them it can be purged, so it may be kept for long. */
export interface EdgeTags {
  tags: string[]
  complete: boolean
}

/** Too many to name: then only the tag that every page has. */
export function edgeTags(tags: readonly string[]): EdgeTags {
  const all = [EVERYTHING, ...tags.map(edgeTag)]
  const complete = all.join(',').length <= LONGEST_CACHE_TAG
  return { tags: complete ? all : [EVERYTHING], complete }
}
