/** What of an answer readers and machines go by; its times and tags are the page server's own. */
interface Told {
  head: string
  body: string
}

export interface Difference {
  address: string
  text: string
}

/** So many are asked at once. */
const AT_ONCE = 6

/** Asks one site for every address, so that it keeps them. */
export async function visit(addresses: readonly string[], origin: string, onPage: (html: string) => void): Promise<void> {
  await each(addresses, async (address) => {
    const { head, body } = await ask(origin + address)
    if (head.includes('text/html')) onPage(body)
  })
}

/** Asks both for every address; answers where the kept one is not what a fresh one would be. */
export async function differences(
  addresses: readonly string[],
  { kept, fresh }: { kept: string; fresh: string },
  onPage: (html: string) => void,
): Promise<Difference[]> {
  const found: Difference[] = []
  await each(addresses, async (address) => {
    const [one, other] = await Promise.all([ask(kept + address), ask(fresh + address)])
    if (one.head.includes('text/html')) onPage(one.body)
    if (one.head !== other.head || one.body !== other.body) found.push({ address, text: difference(one, other) })
  })
  return found
}

async function each(addresses: readonly string[], act: (address: string) => Promise<void>): Promise<void> {
  const left = [...addresses]
  const work = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) await act(address)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function ask(url: string): Promise<Told> {
  const answer = await fetch(url, { redirect: 'manual' })
  const { headers, status } = answer
  const head = ['content-type', 'location', 'link', 'x-robots-tag']
    .map((name) => `${name}: ${headers.get(name) ?? ''}`)
    .join('\n')
  // Byte for byte, a picture too.
  return {
    head: `${status}\n${head}`,
    body: inOrder(Buffer.from(await answer.arrayBuffer()).toString(isText(headers) ? 'utf8' : 'latin1')),
  }
}

/**
 * React puts into the head what comes from several places in the order it comes, which a busy machine changes. With one stylesheet that
 * order says nothing, but for what is said more than once: the first og:image is the one that is shown. That stays as it came.
 */
const inOrder = (body: string) =>
  body.replace(/<head>.*?<\/head>/s, (head) =>
    head
      .split(/(?=<(?:meta|link|title|script)\b|<\/head>)/)
      .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : Number(placeOf(one) > placeOf(other))))
      .join(''),
  )

const placeOf = (tag: string) => /^<meta (?:name|property)="[^"]*"/.exec(tag)?.[0] ?? tag

const isText = (headers: Headers) => /text|json|xml/.test(headers.get('content-type') ?? '')

function difference(one: Told, other: Told): string {
  const [kept, fresh] = [one, other].map(({ head, body }) => [...head.split('\n'), ...body.split(/(?=<)|\n|(?<=,)(?=")/)])
  const at = kept?.findIndex((line, index) => line !== fresh?.[index]) ?? 0
  const shown = (lines: string[] | undefined) =>
    (lines ?? [])
      .slice(Math.max(0, at - 2), at + 4)
      .join('\n    ')
      .slice(0, 600)
  return `  kept:\n    ${shown(kept)}\n  fresh:\n    ${shown(fresh)}`
}
