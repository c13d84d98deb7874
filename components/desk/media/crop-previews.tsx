'use client'
import { useTexts } from '@/components/desk/texts'
import type { MediaItem } from '@/newsroom/desk/media-library'

const CROPS = [
  ['square', 'aspect-square'],
  ['landscape', 'aspect-4/3'],
  ['wide', 'aspect-video'],
] as const

/** What is left of the picture in the shapes that a page cuts it to. */
export function CropPreviews({ item, x, y }: { item: MediaItem; x: number; y: number }) {
  const t = useTexts()
  return (
    <ul className="flex items-end gap-3">
      {CROPS.map(([crop, aspect]) => (
        <li key={crop} className="flex flex-1 flex-col gap-1 text-13 text-muted">
          <img
            src={item.src}
            srcSet={item.srcSet || undefined}
            sizes="200px"
            alt=""
            style={{ objectPosition: `${x * 100}% ${y * 100}%` }}
            className={`w-full border border-line object-cover ${aspect}`}
          />
          {t(`media.crop.${crop}`)}
        </li>
      ))}
    </ul>
  )
}
