'use client'
import type { ReactNode } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Empty, Fault, Skeleton } from '@/components/desk/ui/empty'
import type { useMediaList } from './use-media-list'

interface MediaResultsProps {
  list: ReturnType<typeof useMediaList>
  /** something was asked for */
  asked: boolean
  children: ReactNode
}

/** What stands where the pictures are: they, their being fetched, a fault, or why there are none. */
export function MediaResults({ list: { items, state, more, reload }, asked, children }: MediaResultsProps) {
  const t = useTexts()
  const isEmpty = items.length === 0
  return (
    <>
      {state === 'failed' && <Fault text={t('media.failed')} retry={reload} />}
      {isEmpty && state === 'loading' && <Skeleton lines={6} />}
      {isEmpty && state === 'ready' && (
        <Empty
          title={t(asked ? 'media.none.title' : 'media.empty.title')}
          text={t(asked ? 'media.none.text' : 'media.empty.text')}
        />
      )}
      {!isEmpty && children}
      {!isEmpty && more && (
        <p className="mt-6 flex justify-center">
          <Button busy={state === 'loading'} onClick={more}>
            {t('common.more')}
          </Button>
        </p>
      )}
    </>
  )
}
