'use client'
import { useTexts } from '@/components/desk/texts'
import { Dialog } from '@/components/desk/ui/dialog'
import { Kbd } from '@/components/desk/ui/kbd'

const SHORTCUTS = [
  { key: 'palette', keys: ['Ctrl K', '⌘ K'] },
  { key: 'search', keys: ['/'] },
  { key: 'lists', keys: ['j', 'k'] },
  { key: 'open', keys: ['Enter'] },
  { key: 'close', keys: ['Esc'] },
  { key: 'help', keys: ['?'] },
] as const

export function ShortcutList({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts()
  return (
    <Dialog open={open} onClose={onClose} title={t('palette.shortcuts.title')}>
      <dl className="grid grid-cols-[1fr_auto] gap-y-3 pb-2 text-14">
        {SHORTCUTS.map(({ key, keys }) => (
          <div key={key} className="col-span-2 grid grid-cols-subgrid items-center border-b border-line pb-3 last:border-0">
            <dt>{t(`palette.shortcuts.${key}`)}</dt>
            <dd className="flex gap-2">
              {keys.map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
