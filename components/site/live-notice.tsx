import type { Site } from '@/newsroom/site'
import { Island, islandWords } from './island'

interface Props {
  site: Site
  /** the newest article this page shows, where it shows the newest; else all counts that comes after it was loaded */
  newestId: string | null
}

/** “3 条新消息”: says what has come since, and never reloads by itself. Without scripts nothing stands here. */
export function LiveNotice({ site, newestId }: Props) {
  return (
    <>
      <live-notice {...islandWords(site.locale, 'notice')} data-newest={newestId ?? undefined} suppressHydrationWarning />
      <Island name="live-notice" />
    </>
  )
}
