'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { notify } from '@/components/desk/ui/toast'
import type { MediaItem } from '@/newsroom/desk/media-library'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import type { MediaActions } from './media-actions'
import { MediaPicker } from './media-picker'

interface ReplacePictureProps {
  item: MediaItem
  used: number
  open: boolean
  replace: MediaActions['replace']
  onClose(): void
  onReplaced(): void
}

/** 换图: choose the picture that takes over, read what that means, and agree. */
export function ReplacePicture({ item, used, open, replace, onClose, onReplaced }: ReplacePictureProps) {
  const t = useTexts()
  const [by, setBy] = useState<PickedMedia | null>(null)
  const { run, errors } = useAction(replace)
  const confirm = async () => {
    if (!by) return
    const outcome = await run({ id: item.id, byId: by.id })
    if (!outcome.ok) throw new Error('refused')
    const { changed, live } = outcome
    notify(
      [t('media.replace.done', { count: changed }), live > 0 && t('media.replace.live', { count: live })]
        .filter(Boolean)
        .join('；'),
    )
    onReplaced()
  }
  const close = () => {
    setBy(null)
    onClose()
  }
  return (
    <>
      <MediaPicker open={open && by === null} onClose={onClose} onPick={setBy} />
      <ConfirmDialog
        open={by !== null}
        onClose={close}
        title={t('media.replace.title')}
        text={used > 0 ? t('media.replace.text') : t('media.replace.nobody')}
        confirmLabel={t('media.replace.open')}
        onConfirm={confirm}
      >
        <div className="flex items-center gap-4">
          {[item, by].map(
            (each) =>
              each && (
                <img
                  key={each.id}
                  src={each.src}
                  alt={each.alt}
                  className="h-auto max-h-48 w-1/2 min-w-0 bg-hover object-contain"
                />
              ),
          )}
        </div>
        <FaultList errors={errors} />
      </ConfirmDialog>
    </>
  )
}
