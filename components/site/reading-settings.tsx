import type { Site } from '@/newsroom/site'
import { Island, islandWords } from './island'

/** Size of type, theme and face, kept in the reader's browser. Without scripts nothing stands here: the browser's own zoom does. */
export function ReadingSettings({ site }: { site: Site }) {
  return (
    <>
      <reading-settings {...islandWords(site.locale, 'settings')} suppressHydrationWarning />
      <Island name="reading-settings" />
    </>
  )
}
