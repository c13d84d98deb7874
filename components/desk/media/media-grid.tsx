'use client'
import { useTexts } from '@/components/desk/texts'
import type { MediaItem } from '@/newsroom/desk/media-library'
import { MediaFlags } from './media-flags'

interface MediaGridProps {
  items: readonly MediaItem[]
  label: string
  onChoose(item: MediaItem): void
}

/** Pictures side by side, each a button that says what it shows. */
export function MediaGrid({ items, label, onChoose }: MediaGridProps) {
  return (
    <ul aria-label={label} className="grid grid-cols-2 gap-x-3 gap-y-5 sm:grid-cols-3 tablet:grid-cols-4 desktop:grid-cols-5">
      {items.map((item) => (
        <li key={item.id}>
          <Tile item={item} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  )
}

function Tile({ item, onChoose }: { item: MediaItem; onChoose(item: MediaItem): void }) {
  const t = useTexts()
  const words = item.caption || item.alt || item.fileName
  return (
    <button
      type="button"
      aria-label={t('media.tile', { words })}
      onClick={() => onChoose(item)}
      className="group flex w-full flex-col gap-1.5 text-left"
    >
      <Thumbnail item={item} className="aspect-3/2 w-full group-hover:opacity-88" />
      <span className="line-clamp-2 text-13 wrap-anywhere">{words}</span>
      <MediaFlags item={item} />
    </button>
  )
}

export function Thumbnail({ item, className }: { item: MediaItem; className: string }) {
  return (
    <img
      src={item.src}
      srcSet={item.srcSet || undefined}
      sizes="240px"
      width={item.width}
      height={item.height}
      alt=""
      loading="lazy"
      decoding="async"
      style={{ objectPosition: `${item.focalX * 100}% ${item.focalY * 100}%` }}
      className={`border border-line bg-hover object-cover ${className}`}
    />
  )
}
