'use client'
import { useLinkStatus } from 'next/link'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'

/** Inside a link: that the page it leads to is being fetched. A short wait shows nothing. */
export function OnItsWay() {
  const t = useTexts()
  const { pending } = useLinkStatus()
  return (
    <>
      <span
        aria-hidden="true"
        className={classes(
          'absolute bottom-1 h-0.5 w-4 bg-accent transition-opacity',
          pending ? 'opacity-100 delay-150' : 'opacity-0',
        )}
      />
      <span role="status" className="sr-only">
        {pending && t('common.loading')}
      </span>
    </>
  )
}
