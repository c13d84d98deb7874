import { createHash } from 'node:crypto'

export interface WechatSigned {
  ticket: string
  nonce: string
  timestampS: number
  /** of the page, as its browser has it */
  url: string
}

/** What WeChat's JS-SDK asks of a page's server: SHA-1 over ticket, nonce, time and address, the part after # left out. */
export function wechatSignature({ ticket, nonce, timestampS, url }: WechatSigned): string {
  const [page = ''] = url.split('#')
  return createHash('sha1').update(`jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestampS}&url=${page}`).digest('hex')
}

/** Whether an address is a page of this site, which alone is signed for. */
export function isOwnPage(url: string, siteUrl: string): boolean {
  return url.length <= 2048 && URL.canParse(url) && new URL(url).origin === siteUrl && url.startsWith(`${siteUrl}/`)
}
