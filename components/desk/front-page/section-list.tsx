'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Field, Select, Switch } from '@/components/desk/ui/field'
import type { PlacedSection } from './layout-draft'
import { SortableList } from './sortable-list'

interface Props {
  sections: readonly PlacedSection[]
  categories: readonly { id: number; name: string }[]
  onChange(sections: PlacedSection[]): void
}

/** The sections somebody put in order; those nobody named follow by themselves, the busiest first. */
export function SectionList({ sections, categories, onChange }: Props) {
  const t = useTexts()
  const open = categories.filter(({ id }) => sections.every((section) => section.id !== id))
  const add = (id: number) => {
    const category = open.find((each) => each.id === id)
    if (category) onChange([...sections, { ...category, hidden: false }])
  }
  return (
    <section aria-labelledby="sections">
      <h2 id="sections" className="border-b border-line pb-2 text-16 font-semibold">
        {t('frontPage.sections.title')}
      </h2>
      <p className="py-3 text-13 text-muted">{t('frontPage.sections.text')}</p>
      <SortableList label={t('frontPage.sections.title')} items={sections} nameOf={({ name }) => name} onOrder={onChange}>
        {(section) => (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="min-w-20 flex-1 text-14 font-medium">{section.name}</span>
            <Switch
              label={t('frontPage.sections.shown')}
              aria-label={t('frontPage.sections.shown-name', { name: section.name })}
              checked={!section.hidden}
              onChange={(event) =>
                onChange(sections.map((each) => (each.id === section.id ? { ...each, hidden: !event.target.checked } : each)))
              }
            />
            <Button
              kind="quiet"
              aria-label={t('frontPage.sections.release-name', { name: section.name })}
              onClick={() => onChange(sections.filter(({ id }) => id !== section.id))}
            >
              {t('frontPage.sections.release')}
            </Button>
          </div>
        )}
      </SortableList>
      {open.length > 0 && (
        <div className="mt-4">
          <Field label={t('frontPage.sections.add')}>
            {(ids) => (
              <Select
                {...ids}
                value=""
                onChange={(event) => add(Number(event.target.value))}
                options={[
                  { value: '', label: t('frontPage.sections.choose') },
                  ...open.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
              />
            )}
          </Field>
        </div>
      )}
    </section>
  )
}
