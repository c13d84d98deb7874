import { jsonForScript } from '@/newsroom/json-for-script'
import type { JsonLd as Data } from '@/newsroom/structured-data'

/** What search engines read; a data block, which no browser runs. */
export function JsonLd({ data }: { data: Data }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: no character is left in it that could end the block
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(data) }} />
}
