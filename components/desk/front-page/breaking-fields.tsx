'use client'
import { suggest } from '@/components/desk/editor/panel/suggest'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { Combobox } from '@/components/desk/ui/combobox'
import { Field, TextInput } from '@/components/desk/ui/field'
import { instantOfWallTime, wallTime } from '@/newsroom/desk/wall-time'
import type { LayoutDraft } from './layout-draft'

const MOST_CHARACTERS = 80

interface Props {
  breaking: LayoutDraft['breaking']
  onChange(breaking: LayoutDraft['breaking']): void
}

/** 突发: one line at the very top, with an end. */
export function BreakingFields({ breaking, onChange }: Props) {
  const t = useTexts()
  const { timeZone } = useNewsroom()
  const { text, article, until } = breaking
  return (
    <section aria-labelledby="breaking" className="flex flex-col gap-4">
      <h2 id="breaking" className="border-b border-line pb-2 text-16 font-semibold">
        {t('frontPage.breaking.title')}
      </h2>
      <Field label={t('frontPage.breaking.text')} hint={t('frontPage.breaking.text-hint')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={text}
            maxLength={MOST_CHARACTERS}
            onChange={(event) => onChange({ ...breaking, text: event.target.value })}
          />
        )}
      </Field>
      {text.trim() !== '' && (
        <>
          <Combobox
            label={t('frontPage.breaking.article')}
            value={article ? [{ key: article.id, label: article.headline }] : []}
            search={(typed) => suggest('articles', typed)}
            onChange={([chosen]) =>
              onChange({ ...breaking, article: chosen ? { id: chosen.key, headline: chosen.label } : null })
            }
          />
          <Field label={t('frontPage.until')} hint={t('frontPage.breaking.until-hint')}>
            {(ids) => (
              <TextInput
                {...ids}
                type="datetime-local"
                className="w-52"
                value={until ? wallTime(until, timeZone) : ''}
                onChange={(event) =>
                  onChange({ ...breaking, until: instantOfWallTime(event.target.value, timeZone)?.toISOString() ?? null })
                }
              />
            )}
          </Field>
        </>
      )}
    </section>
  )
}
