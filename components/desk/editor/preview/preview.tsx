'use client'
import { useEffect, useRef, useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Dialog } from '@/components/desk/ui/dialog'
import { Skeleton } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import { PreviewLinks } from './preview-links'

/** CSS pixels: the widths the readers' pages are looked at in. */
const WIDTHS = { phone: 390, desktop: 1_280 } as const
const HEIGHT = 720

/** Exactly what readers will get, in a frame; drawn anew after every save. */
export function Preview({ version, onClose }: { version: number; onClose(): void }) {
  const { article, actions, save } = useEditor()
  const t = useTexts()
  const [width, setWidth] = useState<keyof typeof WIDTHS>('desktop')
  const [path, setPath] = useState('')
  const [unsaved, setUnsaved] = useState(false)
  const opening = useAction(actions.framePreview)

  // biome-ignore lint/correctness/useExhaustiveDependencies: opens once
  useEffect(() => {
    void (async () => {
      if (!(await save())) return setUnsaved(true)
      const opened = await opening.run(article.id)
      if (opened.ok) setPath(opened.path)
    })()
  }, [])

  return (
    <Dialog open wide onClose={onClose} title={t('editor.preview.title')} description={t('editor.preview.text')}>
      <fieldset className="mb-3 flex gap-4 text-14">
        <legend className="sr-only">{t('editor.preview.width')}</legend>
        {(['desktop', 'phone'] as const).map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name="width"
              checked={width === each}
              onChange={() => setWidth(each)}
              className="size-4 accent-ink"
            />
            {t(`editor.preview.${each}`)}
          </label>
        ))}
      </fieldset>
      <FaultList errors={unsaved ? [{ code: 'unsaved' }] : opening.errors} />
      {path ? (
        <Frame key={version} path={path} width={WIDTHS[width]} />
      ) : (
        !unsaved && opening.errors.length === 0 && <Skeleton lines={6} />
      )}
      {article.can.includes('share-preview') && <PreviewLinks />}
    </Dialog>
  )
}

/** A page as wide as `width`, made smaller where there is less room. */
function Frame({ path, width }: { path: string; width: number }) {
  const t = useTexts()
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(width)
  useEffect(() => {
    if (!place.current) return
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(1, room / width)
  return (
    <div
      ref={place}
      className="flex justify-center overflow-hidden border border-line bg-paper"
      style={{ height: HEIGHT * Math.max(scale, 0.7) }}
    >
      <div style={{ width: width * scale }}>
        <iframe
          title={t('editor.preview.title')}
          src={path}
          className="origin-top-left border-0 bg-sheet"
          style={{ width, height: (HEIGHT * Math.max(scale, 0.7)) / scale, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  )
}
