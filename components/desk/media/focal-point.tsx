'use client'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTexts } from '@/components/desk/texts'
import { type Focus, movedFocus, STEPS } from '@/newsroom/desk/focal-point'
import type { MediaItem } from '@/newsroom/desk/media-library'

interface FocalPointProps {
  item: MediaItem
  x: number
  y: number
  editable: boolean
  onMove(focus: { focalX: number; focalY: number }): void
}

/** The picture with the point that a crop keeps: pressed, dragged, or moved by arrow keys (with Shift in larger steps). */
export function FocalPoint({ item, x, y, editable, onMove }: FocalPointProps) {
  const t = useTexts()
  const frame = useRef<HTMLDivElement>(null)
  const move = (focus: Focus) => onMove({ focalX: focus.x, focalY: focus.y })
  const take = ({ clientX, clientY }: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    move(movedFocus({ x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }))
  }
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (!editable || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    take(event)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) take(event)
  }
  const step = (event: KeyboardEvent) => {
    const [right, down] = STEPS[event.key] ?? [0, 0]
    if (!editable || (right === 0 && down === 0)) return
    event.preventDefault()
    const by = event.shiftKey ? 0.1 : 0.02
    move(movedFocus({ x: x + right * by, y: y + down * by }))
  }
  const [percentX, percentY] = [Math.round(x * 100), Math.round(y * 100)]
  return (
    <figure>
      <div className="flex justify-center border border-line bg-hover">
        <div ref={frame} className="relative touch-none select-none" onPointerDown={press} onPointerMove={drag}>
          <img
            src={item.src}
            srcSet={item.srcSet || undefined}
            sizes="(min-width: 820px) 560px, 92vw"
            width={item.width}
            height={item.height}
            alt={item.alt}
            draggable={false}
            className="block h-auto max-h-[52vh] w-auto max-w-full"
          />
          <button
            type="button"
            disabled={!editable}
            aria-label={t('media.focus.handle', { x: percentX, y: percentY })}
            onKeyDown={step}
            style={{ left: `${percentX}%`, top: `${percentY}%` }}
            className="absolute size-6 -translate-1/2 rounded-full border-2 border-[#fff] bg-[rgb(0_0_0/35%)] shadow-[0_0_0_1px_rgb(0_0_0/60%)] outline-offset-2 after:absolute after:top-1/2 after:left-1/2 after:size-1.5 after:-translate-1/2 after:rounded-full after:bg-[#fff] pointer-coarse:size-11"
          />
        </div>
      </div>
      {editable && <figcaption className="mt-1.5 text-13 text-muted">{t('media.focus.hint')}</figcaption>}
    </figure>
  )
}
