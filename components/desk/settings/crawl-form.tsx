'use client'
import { useState } from 'react'
import { randomKey } from '@/components/desk/random-key'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { AI_CRAWLERS, type CrawlRules, MOST_CRAWL_GROUPS } from '@/newsroom/crawl-rules'
import { CrawlGroupFields, type GroupDraft, rulesOf } from './crawl-group-fields'
import { type SaveSetting, SettingForm } from './setting-form'

interface RulesDraft extends GroupDraft {
  key: string
}

const draftOf = (group: { agents?: string[]; disallow: string[]; crawlDelay: number | null }): RulesDraft => ({
  key: randomKey(),
  agents: (group.agents ?? []).join('\n'),
  disallow: group.disallow.join('\n'),
  crawlDelay: group.crawlDelay === null ? '' : String(group.crawlDelay),
})

/** What robots.txt asks of robots. */
export function CrawlForm({ stored, save }: { stored: CrawlRules; save: SaveSetting }) {
  const t = useTexts()
  const [everyone, setEveryone] = useState(() => draftOf(stored.everyone))
  const [ai, setAi] = useState(stored.ai)
  const [groups, setGroups] = useState(() => stored.groups.map(draftOf))
  const change = (): CrawlRules => {
    const { agents: _, ...rest } = rulesOf(everyone)
    return { everyone: rest, ai, groups: groups.map(rulesOf) }
  }
  const set = (key: string, part: Partial<GroupDraft>) =>
    setGroups((before) => before.map((group) => (group.key === key ? { ...group, ...part } : group)))
  return (
    <SettingForm
      title={t('settings.crawling.title')}
      lead={t('settings.crawling.lead')}
      save={save}
      change={() => ({ name: 'crawling', value: change() })}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-14 font-medium">{t('settings.crawling.ai')}</legend>
        {(['allow', 'refuse'] as const).map((choice) => (
          <label key={choice} className="flex min-h-6 items-center gap-2.5 text-14 pointer-coarse:min-h-11">
            <input type="radio" name="ai" className="size-4 accent-ink" checked={ai === choice} onChange={() => setAi(choice)} />
            {t(`settings.crawling.ai-${choice}`)}
          </label>
        ))}
        <p className="text-13 text-muted">{t('settings.crawling.ai-hint', { names: AI_CRAWLERS.slice(0, 6).join(', ') })}</p>
      </fieldset>
      <CrawlGroupFields
        legend={t('settings.crawling.everyone')}
        draft={everyone}
        onChange={(part) => setEveryone({ ...everyone, ...part })}
      />
      {groups.map((group, index) => (
        <CrawlGroupFields
          key={group.key}
          legend={t('settings.crawling.group', { number: index + 1 })}
          named
          draft={group}
          onChange={(part) => set(group.key, part)}
          remove={() => setGroups(groups.filter(({ key }) => key !== group.key))}
        />
      ))}
      <div>
        <Button
          disabled={groups.length >= MOST_CRAWL_GROUPS}
          onClick={() => setGroups([...groups, draftOf({ disallow: [], crawlDelay: null })])}
        >
          {t('settings.crawling.add')}
        </Button>
      </div>
    </SettingForm>
  )
}
