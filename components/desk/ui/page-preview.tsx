'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'

/** CSS pixels: the widths the readers' pages are looked at in. */
const WIDTHS = { desktop: 1_280, phone: 390 } as const
const HEIGHT = 720
const LEAST_SCALE = 0.7

interface Props {
  title: string
  /** "" while there is none yet: `waiting` stands in its place */
  path: string
  /** another one: the page is fetched anew */
  version?: number
  waiting?: ReactNode
}

/** A reader's page, as wide as on a desk or on a phone. */
export function PagePreview({ title, path, version, waiting }: Props) {
  const t = useTexts()
  const [device, setDevice] = useState<keyof typeof WIDTHS>('desktop')
  return (
    <>
      <fieldset className="mb-3 flex gap-4 text-14">
        <legend className="sr-only">{t('common.preview.width')}</legend>
        {(['desktop', 'phone'] as const).map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name="width"
              checked={device === each}
              onChange={() => setDevice(each)}
              className="size-4 accent-ink"
            />
            {t(`common.preview.${each}`)}
          </label>
        ))}
      </fieldset>
      {path ? <Frame key={version} title={title} path={path} width={WIDTHS[device]} /> : waiting}
    </>
  )
}

/** As wide as `width`, made smaller where there is less room. */
function Frame({ title, path, width }: { title: string; path: string; width: number }) {
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(width)
  useEffect(() => {
    if (!place.current) return
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(1, room / width)
  const height = HEIGHT * Math.max(scale, LEAST_SCALE)
  return (
    <div ref={place} className="flex justify-center overflow-hidden border border-line bg-paper" style={{ height }}>
      <div style={{ width: width * scale }}>
        <iframe
          title={title}
          src={path}
          className="origin-top-left border-0 bg-sheet"
          style={{ width, height: height / scale, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  )
}
