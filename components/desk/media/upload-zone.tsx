'use client'
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { classes } from '@/components/desk/ui/classes'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { LARGEST_UPLOAD_BYTES, MIME_TYPES } from '@/newsroom/desk/picture-file'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

interface UploadZoneProps {
  onPicture(picture: PickedMedia): void
  /** one file only: a replacement */
  single?: boolean
  primary?: boolean
  children?: ReactNode
}

const ACCEPT = Object.values(MIME_TYPES).join(',')

/** Pictures come in here: chosen, dropped anywhere in it, or pasted while it is on the page. */
export function UploadZone({ onPicture, single = false, primary = false, children }: UploadZoneProps) {
  const t = useTexts()
  const { uploads, add, remove, retry } = useUploads(onPicture)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | readonly File[] | null | undefined) => {
    const chosen = [...(files ?? [])].slice(0, single ? 1 : undefined)
    if (chosen.length > 0) add(chosen)
  }
  usePaste(take)
  const drag = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      setOver(false)
      if (event.dataTransfer.files.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      take(event.dataTransfer.files)
    },
  }
  return (
    <div {...drag} className={classes('flex flex-col gap-4', over && 'outline-2 outline-offset-4 outline-ink outline-dashed')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button kind={primary ? 'primary' : 'plain'} onClick={() => input.current?.click()}>
          {t(single ? 'media.upload-one' : 'media.upload')}
        </Button>
        <span className="text-13 text-muted">{t('media.upload-hint', { most: LARGEST_UPLOAD_BYTES / 2 ** 20 })}</span>
      </div>
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
      {children}
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple={!single}
        hidden
        aria-label={t('media.upload')}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}

/** Those on the page, the one that was opened last at the end: what is pasted is for it alone. */
const zones: symbol[] = []

/** Pictures in the clipboard, unless an article's text is what somebody pastes into. */
function usePaste(take: (files: File[]) => void): void {
  const taken = useRef(take)
  taken.current = take
  useEffect(() => {
    const zone = Symbol('zone')
    zones.push(zone)
    const onPaste = (event: ClipboardEvent) => {
      const { target } = event
      if (zones.at(-1) !== zone || (target instanceof HTMLElement && target.isContentEditable)) return
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
      if (files.length === 0) return
      event.preventDefault()
      taken.current(files)
    }
    document.addEventListener('paste', onPaste)
    return () => {
      zones.splice(zones.indexOf(zone), 1)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
}
