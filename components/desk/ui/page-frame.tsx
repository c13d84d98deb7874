'use client'
import { useEffect, useRef, useState } from 'react'

/** CSS pixels: the widths the readers' pages are looked at in. */
export const PAGE_WIDTHS = { desktop: 1_280, phone: 390 } as const
const HEIGHT = 720
const LEAST_SCALE = 0.7

interface Props {
  title: string
  path: string
  width: number
}

/** A reader's page as wide as `width`, made smaller where there is less room. */
export function PageFrame({ title, path, width }: Props) {
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
