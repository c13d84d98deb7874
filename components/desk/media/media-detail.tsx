'use client'
import { useEffect, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Dialog } from '@/components/desk/ui/dialog'
import { Skeleton } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import type { MediaItem } from '@/newsroom/desk/media-library'
import { type Fault, refused } from '@/newsroom/desk/outcome'
import type { MediaActions, OpenedPicture } from './media-actions'
import { MediaSheet } from './media-sheet'

interface MediaDetailProps {
  /** null: none is open */
  id: string | null
  member: { id: string; manages: boolean }
  actions: MediaActions
  onClose(): void
  onChange(item: MediaItem): void
  onDiscarded(id: string): void
  onReplaced(id: string): void
}

/** One picture: what is said of it, what a crop keeps, where it is used. */
export function MediaDetail({ id, ...rest }: MediaDetailProps) {
  const t = useTexts()
  const { opened, errors } = useOpened(id, rest.actions)
  return (
    <Dialog open={id !== null} onClose={rest.onClose} title={t('media.detail.title')} wide>
      <FaultList errors={errors} />
      {opened && opened.item.id === id ? (
        <MediaSheet key={id} opened={opened} {...rest} />
      ) : (
        errors.length === 0 && <Skeleton lines={8} />
      )}
    </Dialog>
  )
}

function useOpened(id: string | null, { open }: MediaActions) {
  const [opened, setOpened] = useState<OpenedPicture | null>(null)
  const [errors, setErrors] = useState<readonly Fault[]>([])
  useEffect(() => {
    let gone = false
    setErrors([])
    if (id === null) return
    open(id)
      .catch(() => refused({ code: 'unreachable' }))
      .then((outcome) => {
        if (gone) return
        if (outcome.ok) setOpened(outcome)
        else setErrors(outcome.errors)
      })
    return () => {
      gone = true
    }
  }, [id, open])
  return { opened, errors }
}
