/** An address of the web as whole, `//host` taken for https; null for anything else: `javascript:`, a path, broken. */
export function webAddress(text: string | null): string | null {
  const address = text?.trim().replace(/^\/\//, 'https://') ?? ''
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null
}
