/** An answer as it may be kept and shown: short, one line, without a secret that somebody sent back. */
export function redact(text: string, secrets: readonly (string | undefined)[], longest = 300): string {
  const line = masked(text, secrets)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const letters = [...line]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line
}

/** A text with `…` wherever a secret stands in it, written out, in an address or in JSON. */
export function masked(text: string, secrets: readonly (string | undefined)[]): string {
  const known = secrets.filter((secret) => secret !== undefined && secret !== '').flatMap((secret) => formsOf(secret as string))
  return known.reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
}

const formsOf = (secret: string) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
