import { linkAddress } from '@/newsroom/html/pasted-links'

const DOMAIN = /^(?:[a-z0-9\u4e00-\u9fff-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?$/i

/** What somebody typed into a link's field as an address, or null: it is a headline to look for. */
export function typedAddress(text: string): string | null {
  const typed = text.trim()
  if (/^\/(?!\/)\S*$/.test(typed)) return typed
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,24}$/i.test(typed)) return `mailto:${typed}`
  return linkAddress(DOMAIN.test(typed) ? `https://${typed}` : typed)
}
