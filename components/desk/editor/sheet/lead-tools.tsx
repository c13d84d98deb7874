'use client'
import { useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { onDemand } from '@/components/desk/ui/on-demand'
import type { PickedMedia } from '@/newsroom/desk/picked-media'

const LeadDetail = onDemand(async () => (await import('./lead-detail')).LeadDetail)
const MediaPicker = onDemand(async () => (await import('@/components/desk/media/media-picker')).MediaPicker)

interface LeadToolsProps {
  picture: PickedMedia | null
  choose(picture: PickedMedia): void
  /** of the button that chooses the first one */
  id?: string
}

/** Chooses the lead, changes it, says more of it, takes it away. */
export function LeadTools({ picture, choose, id }: LeadToolsProps) {
  const { set, lead } = useEditor()
  const t = useTexts()
  const [open, setOpen] = useState<'picker' | 'detail' | null>(null)
  const close = () => setOpen(null)
  const describe = async () => {
    await lead.keep()
    setOpen('detail')
  }
  return (
    <>
      {picture ? (
        <div className="-ml-2.5 flex flex-wrap gap-x-2">
          <Button kind="quiet" onClick={() => void describe()}>
            {t('editor.lead.describe')}
          </Button>
          <Button kind="quiet" onClick={() => setOpen('picker')}>
            {t('editor.lead.change')}
          </Button>
          <Button kind="quiet" onClick={() => set({ leadMediaId: null })}>
            {t('editor.lead.remove')}
          </Button>
        </div>
      ) : (
        <Button id={id} onClick={() => setOpen('picker')}>
          {t('editor.lead.choose')}
        </Button>
      )}
      <LeadDetail open={open === 'detail'} onClose={close} />
      <MediaPicker
        open={open === 'picker'}
        onClose={close}
        onPick={(picked) => {
          close()
          choose(picked)
        }}
      />
    </>
  )
}
