export type ShareTarget = 'weibo' | 'qq' | 'qzone' | 'x' | 'facebook' | 'linkedin' | 'telegram' | 'email'

/** What is being passed on. */
export interface Shared {
  /** absolute */
  url: string
  title: string
  summary: string
  /** absolute */
  picture: string | null
  siteName: string
}

export interface ShareLink {
  target: ShareTarget
  href: string
}

/** Plain links to the services' own share pages: no script of theirs, nothing sent before the reader follows one. */
export function shareLinks({ url, title, summary, picture, siteName }: Shared): ShareLink[] {
  return [
    {
      target: 'weibo',
      href: withQuery('https://service.weibo.com/share/share.php', { url, title, pic: picture, searchPic: 'false' }),
    },
    {
      target: 'qq',
      href: withQuery('https://connect.qq.com/widget/shareqq/index.html', { url, title, summary, pics: picture, site: siteName }),
    },
    {
      target: 'qzone',
      href: withQuery('https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey', {
        url,
        title,
        summary,
        pics: picture,
        site: siteName,
      }),
    },
    { target: 'x', href: withQuery('https://x.com/intent/post', { text: title, url }) },
    { target: 'facebook', href: withQuery('https://www.facebook.com/sharer/sharer.php', { u: url }) },
    { target: 'linkedin', href: withQuery('https://www.linkedin.com/sharing/share-offsite/', { url }) },
    { target: 'telegram', href: withQuery('https://t.me/share/url', { url, text: title }) },
    { target: 'email', href: withQuery('mailto:', { subject: title, body: `${title}\r\n${url}` }) },
  ]
}

/** Values percent-encoded (a mailto link knows no `+`); empty ones are left out. */
function withQuery(address: string, values: Record<string, string | null>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value.toWellFormed())}`] : [],
  )
  return `${address}?${pairs.join('&')}`
}
