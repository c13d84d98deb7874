'use client'
import type { ReactNode } from 'react'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { languageTag } from '@/newsroom/texts'
import { LeadSlot } from './lead-slot'
import { LineField } from './line-field'
import { MetaLine } from './meta-line'

/** The article as it will stand, its words written where they will be read. */
export function Sheet({ body }: { body: ReactNode }) {
  const { article, content, set, editable, names, site } = useEditor()
  const t = useTexts()
  const [category] = names.of('categories', content.categoryIds)
  const line = (field: 'kicker' | 'headline' | 'subhead' | 'standfirst' | 'dateline', className: string) => (
    <LineField
      id={fieldId(field)}
      lang={languageTag(site.locale)}
      label={t(`fields.${field}`)}
      placeholder={t(`fields.placeholder.${field}`)}
      value={content[field]}
      onChange={(value) => set({ [field]: value })}
      readOnly={!editable}
      maxLength={field === 'standfirst' ? 2_000 : field === 'dateline' ? 100 : 200}
      multiline={field === 'standfirst'}
      autoFocus={field === 'headline' && article.version === 0}
      className={className}
    />
  )
  return (
    <div
      data-sheet
      className="[&_:is(textarea,button,[contenteditable])]:scroll-my-20 mx-auto w-full max-w-2xl pt-6 pb-16 tablet:pt-12"
    >
      {category && <p className="text-14 font-bold text-accent">{category.name}</p>}
      {line('kicker', 'mt-2 font-serif text-20 text-muted')}
      {line('headline', 'mt-2 font-serif text-[clamp(1.75rem,4.6vw,2.5rem)] leading-[1.3] font-bold')}
      {line('subhead', 'mt-2 font-serif text-20')}
      <MetaLine />
      <LeadSlot />
      {line('standfirst', 'mt-6 border-l-3 border-line pl-5 font-serif text-[1.0625rem] leading-[1.8]')}
      {line('dateline', 'mt-6 text-16 font-medium')}
      <div id={fieldId('bodyHtml')} lang={languageTag(site.locale)} className="mt-3">
        {body}
      </div>
    </div>
  )
}
