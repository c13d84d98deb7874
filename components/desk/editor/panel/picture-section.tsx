'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import { UploadNews } from '@/components/desk/editor/sheet/lead-slot'
import { LeadTools } from '@/components/desk/editor/sheet/lead-tools'
import { LeadWords } from '@/components/desk/editor/sheet/lead-words'
import { useLead } from '@/components/desk/editor/sheet/use-lead'
import { useTexts } from '@/components/desk/texts'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { Section } from './section'

/** 题图: what a crop of it keeps, and what is said of it. Takes a picture as its place on the sheet does. */
export function PictureSection() {
  const { editable } = useEditor()
  const t = useTexts()
  const { picture, choose, upload } = useLead()
  return (
    <Section
      name="pictures"
      title={t('editor.section.pictures')}
      summary={picture ? picture.caption || t('editor.lead.chosen') : t('editor.lead.none')}
    >
      <div className="flex flex-col items-start gap-3" {...(editable ? upload.dropTarget : {})}>
        {picture ? (
          <>
            <Cropped picture={picture} />
            <LeadWords picture={picture} />
          </>
        ) : (
          <p className="text-13 text-muted">{t(editable ? 'editor.lead.text-drop' : 'editor.lead.text')}</p>
        )}
        {editable && <LeadTools picture={picture} choose={choose} />}
        <UploadNews upload={upload} isShown />
      </div>
    </Section>
  )
}

function Cropped({ picture: { src, alt, width, height, focalX, focalY } }: { picture: PickedMedia }) {
  const t = useTexts()
  return (
    <>
      <div className="relative">
        <img src={src} alt={alt} width={width} height={height} className="h-auto max-h-52 w-auto max-w-full" />
        <span
          role="img"
          aria-label={t('editor.lead.focal-mark')}
          className="absolute size-5 -translate-1/2 border-2 border-sheet outline-2 outline-ink"
          style={{ left: `${focalX * 100}%`, top: `${focalY * 100}%` }}
        />
      </div>
      <p className="text-13 text-muted">{t('editor.lead.focal')}</p>
    </>
  )
}
