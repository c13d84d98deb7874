'use client'
import { useState } from 'react'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { MediaPicker } from '@/components/desk/media/media-picker'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { LeadDetail } from './lead-detail'
import { useLeadUpload } from './lead-upload'

/** 题图: chosen from the library, or dropped here. */
export function LeadSlot() {
  const { content, set, editable, names } = useEditor()
  const t = useTexts()
  const [picking, setPicking] = useState(false)
  const [describing, setDescribing] = useState(false)
  const picture = names.picture(content.leadMediaId)
  const choose = (picked: PickedMedia) => {
    names.learnPicture(picked)
    set({ leadMediaId: picked.id })
    setPicking(false)
  }
  const upload = useLeadUpload(choose)
  if (!picture && !editable) return null
  return (
    <div className="mt-6" {...(editable ? upload.dropTarget : {})}>
      {picture && <LeadFigure picture={picture} />}
      {editable && (
        <div className={`flex flex-wrap items-center gap-2 ${picture ? 'mt-2' : 'border border-dashed border-edge px-4 py-3'}`}>
          {!picture && <span className="mr-auto text-14 text-muted">{upload.text ?? t('editor.lead.empty')}</span>}
          {picture && (
            <Button id={fieldId('leadMediaId')} onClick={() => setDescribing(true)}>
              {t('editor.lead.describe')}
            </Button>
          )}
          <Button
            id={picture ? undefined : fieldId('leadMediaId')}
            kind={picture ? 'quiet' : 'plain'}
            onClick={() => setPicking(true)}
          >
            {picture ? t('editor.lead.change') : t('editor.lead.choose')}
          </Button>
          {picture && (
            <Button kind="quiet" onClick={() => set({ leadMediaId: null })}>
              {t('editor.lead.remove')}
            </Button>
          )}
        </div>
      )}
      {upload.fault && (
        <p role="alert" className="mt-2 text-13 text-state-returned">
          {upload.fault}
        </p>
      )}
      <LeadDetail open={describing} onClose={() => setDescribing(false)} />
      <MediaPicker open={picking} onClose={() => setPicking(false)} onPick={choose} />
    </div>
  )
}

function LeadFigure({ picture }: { picture: PickedMedia }) {
  const t = useTexts()
  const { src, srcSet, width, height, alt, caption, credit } = picture
  return (
    <figure>
      <img
        src={src}
        srcSet={srcSet || undefined}
        sizes="(min-width: 720px) 672px, 92vw"
        width={width}
        height={height}
        alt={alt}
        className="h-auto max-h-120 w-full bg-hover object-contain"
      />
      <figcaption className="mt-2 text-13 text-muted">
        {[caption, credit].filter(Boolean).join('　')}
        {!alt && <span className="text-state-waiting"> {t('editor.lead.no-alt')}</span>}
      </figcaption>
    </figure>
  )
}
