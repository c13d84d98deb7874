import { expect, test } from 'vitest'
import { channelOf, channelPath, SHARE_CHANNELS } from './share-channel'

test.each([
  ['from=weibo', 'weibo'],
  ['from=qr&isappinstalled=0', 'qr'],
  ['from=qr&from=timeline', 'qr'],
  ['from=timeline', 'link'],
  ['from=WEIBO', 'link'],
  ['from=__proto__', 'link'],
  ['from=%00%', 'link'],
  ['', 'link'],
])('?%s came by %s', (query, channel) => expect(channelOf(query)).toBe(channel))

test('what is written is what is read', () => {
  for (const channel of SHARE_CHANNELS) {
    const path = channelPath('/s/k3m9q0w2xz', channel)
    expect(channelOf(path.split('?')[1] ?? '')).toBe(channel)
  }
})
