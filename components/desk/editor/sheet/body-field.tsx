'use client'
import { type Ref, useRef, useState } from 'react'
import { BodyEditor } from '@/components/desk/editor/body/body-editor'
import type { BodyEditorHandle, LinkTarget } from '@/components/desk/editor/body/body-editor-props'
import { useEditor } from '@/components/desk/editor/editor-context'
import { suggest } from '@/components/desk/editor/panel/suggest'
import { uploadPicture } from '@/components/desk/media/upload-picture'
import { useTexts } from '@/components/desk/texts'
import { onDemand } from '@/components/desk/ui/on-demand'
import type { PickedMedia } from '@/newsroom/desk/picked-media'

const MediaPicker = onDemand(async () => (await import('@/components/desk/media/media-picker')).MediaPicker)

interface BodyFieldProps {
  opening: string
  onCount(count: { characters: number; minutes: number }): void
  handle: Ref<BodyEditorHandle>
}

/** The text, with the library and the archive at hand. */
export function BodyField({ opening, onCount, handle }: BodyFieldProps) {
  const { set, editable } = useEditor()
  const t = useTexts()
  const [picking, setPicking] = useState(false)
  const answer = useRef<((picture: PickedMedia | null) => void) | null>(null)
  const finish = (picture: PickedMedia | null) => {
    answer.current?.(picture)
    answer.current = null
    setPicking(false)
  }
  const pick = () =>
    new Promise<PickedMedia | null>((resolve) => {
      answer.current = resolve
      setPicking(true)
    })
  return (
    <>
      <BodyEditor
        value={opening}
        onChange={(bodyHtml) => set({ bodyHtml })}
        editable={editable}
        placeholder={t('fields.placeholder.bodyHtml')}
        pictures={{ upload: uploadPicture, pick }}
        findLinks={findLinks}
        onCount={onCount}
        handle={handle}
      />
      <MediaPicker open={picking} onClose={() => finish(null)} onPick={finish} />
    </>
  )
}

async function findLinks(text: string): Promise<LinkTarget[]> {
  const found = await suggest('articles', text)
  return found.flatMap(({ label, href, hint }) => (href ? [{ href, label, ...(hint && { hint }) }] : []))
}
