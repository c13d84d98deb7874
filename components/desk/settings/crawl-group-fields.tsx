'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Field, TextArea, TextInput } from '@/components/desk/ui/field'
import type { CrawlGroup } from '@/newsroom/crawl-rules'

/** A group as it is typed: a line a name, a line a path. */
export interface GroupDraft {
  agents: string
  disallow: string
  crawlDelay: string
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const rulesOf = ({ agents, disallow, crawlDelay }: GroupDraft): CrawlGroup => ({
  agents: linesOf(agents),
  disallow: linesOf(disallow),
  crawlDelay: crawlDelay.trim() === '' ? null : Number(crawlDelay),
})

interface Props {
  legend: string
  draft: GroupDraft
  onChange(part: Partial<GroupDraft>): void
  /** whether it is for robots by name */
  named?: boolean
  remove?: () => void
}

export function CrawlGroupFields({ legend, draft, onChange, named, remove }: Props) {
  const t = useTexts()
  return (
    <fieldset className="flex flex-col gap-4 border-l-2 border-line pl-4">
      <legend className="sr-only">{legend}</legend>
      <p aria-hidden="true" className="flex items-center justify-between text-14 font-medium">
        {legend}
      </p>
      {named && (
        <Lines
          label={t('settings.crawling.agents')}
          hint={t('settings.crawling.agents-hint')}
          value={draft.agents}
          onChange={(agents) => onChange({ agents })}
        />
      )}
      <Lines
        label={t('settings.crawling.disallow')}
        hint={t('settings.crawling.disallow-hint')}
        value={draft.disallow}
        onChange={(disallow) => onChange({ disallow })}
      />
      <Field label={t('settings.crawling.delay')} hint={t('settings.crawling.delay-hint')}>
        {(ids) => (
          <div className="w-32">
            <TextInput
              {...ids}
              type="number"
              min={0}
              max={3600}
              value={draft.crawlDelay}
              onChange={(event) => onChange({ crawlDelay: event.target.value })}
            />
          </div>
        )}
      </Field>
      {remove && (
        <div>
          <Button kind="quiet" className="-ml-2.5" aria-label={t('settings.crawling.remove', { group: legend })} onClick={remove}>
            {t('common.remove')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

interface LinesProps {
  label: string
  hint: string
  value: string
  onChange(text: string): void
}

const Lines = ({ label, hint, value, onChange }: LinesProps) => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <TextArea
        {...ids}
        rows={2}
        className="font-mono"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
)
