import { channelPath, type ShareChannel } from './share-channel'

export type ShareTarget = Extract<ShareChannel, 'weibo' | 'qq' | 'qzone' | 'x' | 'facebook' | 'linkedin' | 'telegram' | 'email'>

/** What is being passed on. */
export interface Shared {
  /** the short link, absolute: each service gets it with its own name, so that what comes back by it is counted */
  shortUrl: string
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
export function shareLinks({ shortUrl, title, summary, picture, siteName }: Shared): ShareLink[] {
  const url = (target: ShareTarget) => channelPath(shortUrl, target)
  return [
    {
      target: 'weibo',
      href: withQuery('https://service.weibo.com/share/share.php', {
        url: url('weibo'),
        title,
        pic: picture,
        searchPic: 'false',
      }),
    },
    {
      target: 'qq',
      href: withQuery('https://connect.qq.com/widget/shareqq/index.html', {
        url: url('qq'),
        title,
        summary,
        pics: picture,
        site: siteName,
      }),
    },
    {
      target: 'qzone',
      href: withQuery('https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey', {
        url: url('qzone'),
        title,
        summary,
        pics: picture,
        site: siteName,
      }),
    },
    { target: 'x', href: withQuery('https://x.com/intent/post', { text: title, url: url('x') }) },
    { target: 'facebook', href: withQuery('https://www.facebook.com/sharer/sharer.php', { u: url('facebook') }) },
    { target: 'linkedin', href: withQuery('https://www.linkedin.com/sharing/share-offsite/', { url: url('linkedin') }) },
    { target: 'telegram', href: withQuery('https://t.me/share/url', { url: url('telegram'), text: title }) },
    { target: 'email', href: withQuery('mailto:', { subject: title, body: `${title}\r\n${url('email')}` }) },
  ]
}

/** Values percent-encoded (a mailto link knows no `+`); empty ones are left out. */
function withQuery(address: string, values: Record<string, string | null>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value.toWellFormed())}`] : [],
  )
  return `${address}?${pairs.join('&')}`
}
