'use client'
import { Dialog } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { Place } from '@/components/desk/shell/places'
import { useTexts } from '@/components/desk/texts'
import { useSearch } from '@/components/desk/ui/search'
import { entriesFor, matching } from './entries'
import { type FoundArticle, findArticles } from './find-articles'

interface PaletteProps {
  places: readonly Place[]
  onClose(): void
  onHelp(): void
}

/** Type, press an arrow, press Enter: a page, an action, an article. */
export function PaletteDialog({ places, onClose, onHelp }: PaletteProps) {
  const t = useTexts()
  const router = useRouter()
  const [text, setText] = useState('')
  const { found, state, find } = useSearch<FoundArticle>(findArticles)
  const entries = matching(entriesFor(t, places), text)
  const articles = text.trim() === '' ? [] : found

  const write = (next: string) => {
    setText(next)
    if (next.trim() !== '') find(next)
  }
  const go = (href: string, outside = false) => {
    onClose()
    if (outside) window.open(href, '_blank', 'noopener')
    else router.push(href)
  }
  const nothing = entries.length === 0 && articles.length === 0
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          aria-label={t('palette.title')}
          className="fixed inset-x-2 top-2 z-50 mx-auto max-w-xl rounded-md border border-line bg-raised text-ink shadow-raised outline-none sm:top-[14vh]"
        >
          <Command shouldFilter={false} loop label={t('palette.title')}>
            <Command.Input
              value={text}
              onValueChange={write}
              placeholder={t('palette.placeholder')}
              className="w-full rounded-md bg-transparent px-5 py-4 text-16 outline-none"
            />
            <Command.List className="max-h-[min(26rem,70dvh)] overflow-y-auto border-t border-line pb-2">
              {(['actions', 'pages'] as const).map((group) => (
                <Group key={group} name={t(`palette.groups.${group}`)}>
                  {entries
                    .filter((entry) => entry.group === group)
                    .map(({ key, label, href, outside }) => (
                      <Row
                        key={key}
                        value={`${group} ${key}`}
                        label={label}
                        onSelect={() => (href ? go(href, outside) : onHelp())}
                      />
                    ))}
                </Group>
              ))}
              {articles.length > 0 && (
                <Group name={t('palette.groups.articles')}>
                  {articles.map(({ id, label, hint }) => (
                    <Row
                      key={id}
                      value={`article ${id}`}
                      label={label}
                      hint={hint}
                      onSelect={() => go(`/admin/articles/${id}`)}
                    />
                  ))}
                </Group>
              )}
            </Command.List>
            <p role="status" className="px-5 text-13 text-muted not-empty:pb-3">
              {text.trim() !== '' && state === 'searching' && nothing && t('palette.searching')}
              {text.trim() !== '' && state === 'found' && nothing && t('palette.nothing', { text: text.trim() })}
              {state === 'failed' && t('palette.failed')}
            </p>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const Group = ({ name, children }: { name: string; children: ReactNode[] }) =>
  children.length > 0 && (
    <Command.Group
      heading={name}
      className="[&_[cmdk-group-heading]]:px-5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-13 [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  )

const Row = ({ value, label, hint, onSelect }: { value: string; label: string; hint?: string; onSelect(): void }) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex min-h-9 cursor-default items-center gap-3 px-5 py-1.5 text-14 data-[selected=true]:bg-hover pointer-coarse:min-h-11"
  >
    <span className="min-w-0 flex-1 truncate">{label}</span>
    {hint && <span className="shrink-0 text-13 text-muted">{hint}</span>}
  </Command.Item>
)
