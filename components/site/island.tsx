import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import addresses from '@/generated/islands.json'
import { texts } from '@/newsroom/texts'

type Host = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'live-notice': Host
      'read-aloud': Host
      'reading-settings': Host
      'search-suggest': Host
      'share-tools': Host
    }
  }
}

/** The script of an island; the mark keeps it when the framework's scripts are cut. `*-boot` runs before the page is drawn. */
export function Island({ name }: { name: keyof typeof addresses }) {
  return <script type={name.endsWith('-boot') ? undefined : 'module'} src={addresses[name]} data-island="" />
}

/** The words an island shows, as data attributes of its host: `sizeSmall` becomes `data-size-small`. */
export function islandWords(
  locale: string,
  group: 'notice' | 'readAloud' | 'search.suggest' | 'settings' | 'share.tools',
): Record<string, string> {
  // Its type knows single words only; at run time it hands out a group as well, placeholders left as they are.
  const raw = texts(locale).raw as (group: string) => Record<string, string>
  return Object.fromEntries(
    Object.entries(raw(group)).map(([name, text]) => [
      `data-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
      text,
    ]),
  )
}
