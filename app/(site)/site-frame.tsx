import type { ComponentProps } from 'react'
import { Frame } from '@/components/site/frame'
import { findSiteSettings } from '@/server/queries/find-site-settings'

/** What stands around every page, with what an administrator set for all of them. */
export async function SiteFrame(props: Omit<ComponentProps<typeof Frame>, 'licences'>) {
  const { licences } = await findSiteSettings()
  return <Frame {...props} licences={licences} />
}
