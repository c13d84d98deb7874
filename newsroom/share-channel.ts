/** Ways a link of ours travels. Part of the addresses readers pass on: a name once given is kept. */
export const SHARE_CHANNELS = [
  'weibo',
  'qq',
  'qzone',
  'wechat',
  'x',
  'facebook',
  'linkedin',
  'telegram',
  'email',
  'copy',
  'device',
  'qr',
  'poster',
] as const
export type ShareChannel = (typeof SHARE_CHANNELS)[number]

/** A short link that nothing says about: typed from paper, or from before there were channels. */
export const UNKNOWN_CHANNEL = 'link'
export type CountedChannel = ShareChannel | typeof UNKNOWN_CHANNEL

const CHANNELS: ReadonlySet<string> = new Set(SHARE_CHANNELS)

/** Which way somebody came by a short link, from its query: `?from=weibo`. Whatever is no name of ours is `link`. */
export function channelOf(query: string): CountedChannel {
  const value = new URLSearchParams(query).get('from') ?? ''
  return CHANNELS.has(value) ? (value as ShareChannel) : UNKNOWN_CHANNEL
}

/** `/s/{id}?from=weibo` */
export const channelPath = (shortPath: string, channel: ShareChannel) => `${shortPath}?from=${channel}`
