'use client'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'

const VIEWS = ['grid', 'list'] as const

export function ViewSwitch({ view, onView }: { view: 'grid' | 'list'; onView(view: 'grid' | 'list'): void }) {
  const t = useTexts()
  return (
    <fieldset className="flex border border-edge text-14">
      <legend className="sr-only">{t('media.view.label')}</legend>
      {VIEWS.map((each) => (
        <label
          key={each}
          className={classes(
            'flex min-h-10 cursor-pointer items-center px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus pointer-coarse:min-h-11',
            each === view ? 'bg-ink text-sheet' : 'hover:bg-hover',
          )}
        >
          <input
            type="radio"
            name="media-view"
            value={each}
            checked={each === view}
            onChange={() => onView(each)}
            className="sr-only"
          />
          {t(`media.view.${each}`)}
        </label>
      ))}
    </fieldset>
  )
}
