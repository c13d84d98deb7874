import type { AddressChannel } from '@/newsroom/push/channel'
import { isPublicHost } from '@/newsroom/push/public-host'
import { config } from './config'

/** Whether anybody outside could come to the site's address: while not, nobody is told of it. */
export type SiteReach = 'public' | 'not-given' | 'private'

export function siteReach(): SiteReach {
  const { SITE_URL, SITE_URL_GIVEN, PUSH_TO_LOOPBACK } = config()
  if (PUSH_TO_LOOPBACK || isPublicHost(new URL(SITE_URL).hostname)) return 'public'
  return SITE_URL_GIVEN ? 'private' : 'not-given'
}

/** Whether anything is put in the outbox at all: in a dry run it is, and stays at home. */
export const isPushing = (): boolean => config().PUSH_DRY_RUN || siteReach() === 'public'

export function setChannels(): AddressChannel[] {
  const { INDEXNOW_KEY, BAIDU_PUSH_TOKEN, WEBSUB_HUB } = config()
  return [
    ...(INDEXNOW_KEY ? (['indexnow'] as const) : []),
    ...(BAIDU_PUSH_TOKEN ? (['baidu'] as const) : []),
    ...(WEBSUB_HUB ? (['websub'] as const) : []),
  ]
}
