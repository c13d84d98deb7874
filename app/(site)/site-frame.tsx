import type { ComponentProps } from 'react'
import { Frame } from '@/components/site/frame'
import { findSiteSetting } from '@/server/queries/find-site-setting'

/** What stands around every page, with what an administrator set for all of them. */
export async function SiteFrame(props: Omit<ComponentProps<typeof Frame>, 'licences'>) {
  const licences = await findSiteSetting('licences')
  return <Frame {...props} licences={licences} />
}
