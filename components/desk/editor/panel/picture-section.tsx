'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Section } from './section'

/** 题图: what a crop of it keeps, and what is missing. */
export function PictureSection() {
  const { content, names, editable, goTo } = useEditor()
  const t = useTexts()
  const picture = names.picture(content.leadMediaId)
  return (
    <Section
      name="pictures"
      title={t('editor.section.pictures')}
      summary={picture ? picture.caption || t('editor.lead.chosen') : t('editor.lead.none')}
    >
      {picture ? (
        <>
          <div className="relative self-start">
            <img
              src={picture.src}
              alt={picture.alt}
              width={picture.width}
              height={picture.height}
              className="h-auto max-h-52 w-auto max-w-full"
            />
            <span
              role="img"
              aria-label={t('editor.lead.focal-mark')}
              className="absolute size-5 -translate-1/2 border-2 border-sheet outline-2 outline-ink"
              style={{ left: `${picture.focalX * 100}%`, top: `${picture.focalY * 100}%` }}
            />
          </div>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-14">
            {(['alt', 'caption', 'credit'] as const).map((name) => (
              <div key={name} className="contents">
                <dt className="text-muted">{t(`fields.picture.${name}`)}</dt>
                <dd>{picture[name] || '—'}</dd>
              </div>
            ))}
          </dl>
          <p className="text-13 text-muted">{t('editor.lead.focal')}</p>
        </>
      ) : (
        <p className="text-13 text-muted">{t('editor.lead.text')}</p>
      )}
      {editable && (
        <Button className="self-start" onClick={() => goTo('leadMediaId')}>
          {picture ? t('editor.lead.describe') : t('editor.lead.choose')}
        </Button>
      )}
    </Section>
  )
}
