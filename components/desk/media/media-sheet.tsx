'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { notify } from '@/components/desk/ui/toast'
import type { MediaItem, MediaWords } from '@/newsroom/desk/media-library'
import { CropPreviews } from './crop-previews'
import { FocalPoint } from './focal-point'
import type { MediaActions, OpenedPicture } from './media-actions'
import { MediaFacts } from './media-facts'
import { MediaUses } from './media-uses'
import { MediaWordsForm } from './media-words-form'
import { ReplacePicture } from './replace-picture'

interface MediaSheetProps {
  opened: OpenedPicture
  member: { id: string; manages: boolean }
  actions: MediaActions
  onChange(item: MediaItem): void
  onDiscarded(id: string): void
  onReplaced(id: string): void
}

export function MediaSheet({ opened, member, actions, onChange, onDiscarded, onReplaced }: MediaSheetProps) {
  const t = useTexts()
  const { uses } = opened
  const [item, setItem] = useState(opened.item)
  const [words, setWords] = useState<MediaWords>(() => wordsOf(opened.item))
  const [replacing, setReplacing] = useState(false)
  const saving = useAction(actions.save)
  const discarding = useAction(actions.discard)
  const retrying = useAction(actions.retry)
  const mine = member.manages || item.uploadedById === member.id
  const used = uses.lines.length + uses.others
  const put = (changed: MediaItem) => {
    setItem(changed)
    onChange(changed)
  }
  const save = async () => {
    const outcome = await saving.run({ id: item.id, words })
    if (!outcome.ok) return
    put({ ...item, ...words })
    notify(t('media.detail.saved'))
  }
  const discard = async () => {
    const outcome = await discarding.run({ id: item.id, discarded: !item.discarded })
    if (!outcome.ok) return
    if (!item.discarded) return onDiscarded(item.id)
    put({ ...item, discarded: false })
    notify(t('media.discard.restored'))
  }
  const retry = async () => {
    const outcome = await retrying.run({ id: item.id })
    if (outcome.ok) put({ ...item, state: 'pending', fault: null })
  }
  return (
    <div className="grid gap-8 tablet:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-5">
        <FocalPoint
          item={item}
          x={words.focalX}
          y={words.focalY}
          editable={mine}
          onMove={(focus) => setWords({ ...words, ...focus })}
        />
        <CropPreviews item={item} x={words.focalX} y={words.focalY} />
        <MediaFacts item={item} />
        <MediaUses {...uses} />
      </div>
      <div className="flex flex-col gap-5">
        <MediaWordsForm words={words} editable={mine} onChange={setWords} />
        <FaultList errors={[...saving.errors, ...discarding.errors, ...retrying.errors]} />
        {mine && (
          <div className="flex flex-wrap gap-2 border-t border-line pt-5">
            <Button kind="primary" busy={saving.busy} disabled={isSame(words, wordsOf(item))} onClick={save}>
              {t('media.detail.save')}
            </Button>
            {item.state === 'failed' && (
              <Button busy={retrying.busy} onClick={retry}>
                {t('media.retry')}
              </Button>
            )}
            <Button onClick={() => setReplacing(true)}>{t('media.replace.open')}</Button>
            <Button kind="quiet" busy={discarding.busy} disabled={used > 0 && !item.discarded} onClick={discard}>
              {item.discarded ? t('media.discard.back') : t('media.discard.open')}
            </Button>
            {used > 0 && <p className="basis-full text-13 text-muted">{t('media.discard.used', { count: used })}</p>}
          </div>
        )}
      </div>
      <ReplacePicture
        item={item}
        used={used}
        open={replacing}
        replace={actions.replace}
        onClose={() => setReplacing(false)}
        onReplaced={() => onReplaced(item.id)}
      />
    </div>
  )
}

const wordsOf = ({ alt, caption, credit, rights, aiGenerated, focalX, focalY }: MediaItem): MediaWords => ({
  alt,
  caption,
  credit,
  rights,
  aiGenerated,
  focalX,
  focalY,
})

const isSame = (one: MediaWords, other: MediaWords) => JSON.stringify(one) === JSON.stringify(other)
