'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Tabs } from '@/components/desk/ui/tabs'
import { AiSection } from './ai-section'
import { DatesSection } from './dates-section'
import { FilingSection } from './filing-section'
import { PictureSection } from './picture-section'
import { ReviewTab } from './review-tab'
import { SearchSection } from './search-section'
import { StorySection } from './story-section'

export type PanelTab = 'settings' | 'review' | 'comments'

interface PanelProps {
  tab: PanelTab
  onTab(tab: PanelTab): void
  onClose(): void
  comments: ReactNode
  openComments: number
}

/** Everything about an article that is not its words. Beside the sheet where there is room, over it where there is none. */
export function Panel({ tab, onTab, onClose, comments, openComments }: PanelProps) {
  const t = useTexts()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    // Where it covers the sheet, it is what one reads now.
    if (panel.current && getComputedStyle(panel.current).position === 'fixed') panel.current.focus()
  }, [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={t('editor.panel.label')}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      className="fixed inset-0 z-40 flex flex-col overflow-y-auto overscroll-contain bg-sheet px-4 outline-none tablet:left-auto tablet:w-100 tablet:border-l tablet:border-line tablet:px-6 desktop:sticky desktop:top-13 desktop:z-10 desktop:h-[calc(100dvh-6.25rem)] desktop:w-88 desktop:shrink-0 desktop:px-5"
    >
      <div className="sticky top-0 z-10 flex justify-end bg-sheet pt-2 desktop:hidden">
        <Button kind="quiet" onClick={onClose}>
          {t('editor.panel.close')}
        </Button>
      </div>
      <div className="pt-2 pb-8">
        <Tabs
          label={t('editor.panel.label')}
          value={tab}
          onChange={(next) => onTab(next === 'review' || next === 'comments' ? next : 'settings')}
          tabs={[
            { value: 'settings', label: t('editor.panel.settings'), content: <Settings /> },
            { value: 'review', label: t('editor.panel.review'), content: <ReviewTab /> },
            { value: 'comments', label: t('editor.panel.comments', { count: openComments }), content: comments },
          ]}
        />
      </div>
    </aside>
  )
}

const Settings = () => (
  <div className="-mt-3">
    <FilingSection />
    <StorySection />
    <PictureSection />
    <DatesSection />
    <SearchSection />
    <AiSection />
  </div>
)
