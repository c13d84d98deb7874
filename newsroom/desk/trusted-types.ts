/**
 * By whose word a string may become markup or the address of a script at the desk (Trusted Types, W3C). Whoever has no policy of these
 * names cannot do it, and each is held by one module only.
 */
export const TRUSTED_TYPES = {
  /** of whoever does not ask: components/desk/trusted-types.ts */
  DEFAULT: 'default',
  /** made of what the sanitizer leaves: components/desk/editor/body/clean-markup.ts */
  CLEAN: 'desk-clean',
  /** parsed where nothing loads or runs: components/desk/editor/body/parse-in-browser.ts */
  INERT: 'desk-inert',
} as const

/** Where the site's own scripts lie. */
const SCRIPTS = '/_next/static/'

/** Whether a page may load a script from there. */
export function isOwnScript(address: string, page: string): boolean {
  const url = URL.parse(address, page)
  return url?.origin === new URL(page).origin && url.pathname.startsWith(SCRIPTS)
}
