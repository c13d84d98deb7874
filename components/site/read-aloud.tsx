import type { Site } from '@/newsroom/site'
import { Island, islandWords } from './island'

interface Props {
  site: Site
  /** selector of what is read, in the order of the page */
  from: string
}

/** Reads an article with the browser's own voice; nothing stands here where there is none for its language. */
export function ReadAloud({ site, from }: Props) {
  return (
    <>
      <read-aloud {...islandWords(site.locale, 'readAloud')} data-from={from} suppressHydrationWarning />
      <Island name="read-aloud" />
    </>
  )
}
