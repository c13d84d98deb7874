'use client'
import { useTexts } from '@/components/desk/texts'
import { Table, Td, Th, Tr } from '@/components/desk/ui/data-table'
import { When } from '@/components/desk/ui/when'
import type { MediaItem } from '@/newsroom/desk/media-library'
import { MediaFlags } from './media-flags'
import { Thumbnail } from './media-grid'

interface MediaTableProps {
  items: readonly MediaItem[]
  onChoose(item: MediaItem): void
}

/** The same pictures, a line each: for reading captions rather than looking. */
export function MediaTable({ items, onChoose }: MediaTableProps) {
  const t = useTexts()
  return (
    <Table label={t('media.results')}>
      <thead>
        <tr>
          <Th>{t('media.detail.title')}</Th>
          <Th>{t('media.detail.caption')}</Th>
          <Th>{t('media.detail.credit')}</Th>
          <Th>{t('media.detail.by')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td className="w-24">
              <Thumbnail item={item} className="aspect-3/2 w-20" />
            </Td>
            <Td className="min-w-56">
              <button type="button" onClick={() => onChoose(item)} className="text-left wrap-anywhere hover:underline">
                {item.caption || item.alt || item.fileName}
              </button>
              <MediaFlags item={item} />
            </Td>
            <Td className="min-w-28">{item.credit}</Td>
            <Td className="whitespace-nowrap text-muted">
              {item.uploadedByName} <When at={item.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
