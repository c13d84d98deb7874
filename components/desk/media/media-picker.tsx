'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Dialog } from '@/components/desk/ui/dialog'
import type { MediaFilter } from '@/newsroom/desk/media-library'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { MediaGrid } from './media-grid'
import { MediaResults } from './media-results'
import { MediaSearch } from './media-search'
import { UploadZone } from './upload-zone'
import { useMediaList } from './use-media-list'

interface MediaPickerProps {
  open: boolean
  onClose(): void
  onPick(picture: PickedMedia): void
}

/** The library above an article: search and choose, or bring a new picture, which is then chosen at once. */
export function MediaPicker({ open, onClose, onPick }: MediaPickerProps) {
  const t = useTexts()
  return (
    <Dialog open={open} onClose={onClose} title={t('media.pick')} wide>
      {open && <Shelves onPick={onPick} />}
    </Dialog>
  )
}

function Shelves({ onPick }: Pick<MediaPickerProps, 'onPick'>) {
  const t = useTexts()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<MediaFilter>('all')
  const list = useMediaList(filter, text.trim())
  return (
    <UploadZone onPicture={onPick} single>
      <MediaSearch text={text} filter={filter} onText={setText} onFilter={setFilter} />
      <MediaResults list={list} asked={text.trim() !== '' || filter !== 'all'}>
        <MediaGrid items={list.items} label={t('media.results')} onChoose={onPick} />
      </MediaResults>
    </UploadZone>
  )
}
