interface Card {
  title: string
  desc?: string
  link: string
  imgUrl: string
}

interface WechatSdk {
  config(signed: object): void
  ready(then: () => void): void
  updateAppMessageShareData(card: Card): void
  updateTimelineShareData(card: Card): void
}

const said = (mark: string) => document.querySelector<HTMLMetaElement>(`meta[${mark}]`)?.content ?? ''

/** Inside WeChat only, and only where the paper has an account there: what is passed on shows headline, opening and picture. */
if (/MicroMessenger/i.test(navigator.userAgent)) {
  const sdk = document.createElement('script')
  sdk.src = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js'
  sdk.onload = async () => {
    const [page = ''] = location.href.split('#')
    const answer = await fetch(`/api/wechat/signature?url=${encodeURIComponent(page)}`)
    const { wx } = globalThis as unknown as { wx?: WechatSdk }
    if (!wx || !answer.ok) return
    wx.config({ ...(await answer.json()), jsApiList: ['updateAppMessageShareData', 'updateTimelineShareData'] })
    const link = `${location.origin}/s/${location.pathname.slice(-10)}?from=wechat`
    const card = { title: said('itemprop=name'), desc: said('itemprop=description'), link, imgUrl: said('itemprop=image') }
    wx.ready(() => {
      wx.updateAppMessageShareData(card)
      wx.updateTimelineShareData(card)
    })
  }
  document.head.append(sdk)
}

export {}
