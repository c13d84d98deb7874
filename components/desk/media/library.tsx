'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { notify } from '@/components/desk/ui/toast'
import type { MediaFilter, MediaItem, MediaPage } from '@/newsroom/desk/media-library'
import type { MediaActions } from './media-actions'
import { MediaDetail } from './media-detail'
import { MediaGrid } from './media-grid'
import { MediaResults } from './media-results'
import { MediaSearch } from './media-search'
import { MediaTable } from './media-table'
import { UploadZone } from './upload-zone'
import { useLibraryAddress } from './use-library-address'
import { useMediaList } from './use-media-list'
import { ViewSwitch } from './view-switch'

interface LibraryProps {
  opening: { text: string; filter: MediaFilter; chosen: string | null }
  /** the page that the opening question leads to */
  first: MediaPage
  member: { id: string; manages: boolean }
  actions: MediaActions
}

/** 图库: bring pictures, find them again, and see to what is said of each. */
export function Library({ opening, first, member, actions }: LibraryProps) {
  const t = useTexts()
  const [text, setText] = useState(opening.text)
  const [filter, setFilter] = useState(opening.filter)
  const [view, setView] = useState<'grid' | 'list'>('grid')
  const [chosen, setChosen] = useState(opening.chosen)
  const list = useMediaList(filter, text.trim(), first)
  useLibraryAddress({ text: text.trim(), filter, chosen })

  const choose = ({ id }: MediaItem) => setChosen(id)
  const putBack = async (id: string) => {
    const outcome = await actions.discard({ id, discarded: false })
    if (!outcome.ok) return
    list.reload()
    notify(t('media.discard.restored'))
  }
  const discarded = (id: string) => {
    setChosen(null)
    list.drop(id)
    notify(t('media.discard.done'), { undo: () => void putBack(id) })
  }
  return (
    <UploadZone primary onPicture={list.reload}>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 basis-full sm:basis-0 sm:grow">
          <MediaSearch text={text} filter={filter} onText={setText} onFilter={setFilter} />
        </div>
        <ViewSwitch view={view} onView={setView} />
      </div>
      <MediaResults list={list} asked={text.trim() !== '' || filter !== 'all'}>
        {view === 'grid' ? (
          <MediaGrid items={list.items} label={t('media.results')} onChoose={choose} />
        ) : (
          <MediaTable items={list.items} onChoose={choose} />
        )}
      </MediaResults>
      <MediaDetail
        id={chosen}
        member={member}
        actions={actions}
        onClose={() => setChosen(null)}
        onChange={list.put}
        onDiscarded={discarded}
        onReplaced={(id) => {
          setChosen(null)
          list.drop(id)
          list.reload()
        }}
      />
    </UploadZone>
  )
}
