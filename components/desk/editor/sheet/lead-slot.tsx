'use client'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { LeadTools } from './lead-tools'
import { LeadWords } from './lead-words'
import { useLead } from './use-lead'

/** 题图: chosen from the library, or dropped here; what is said of it is written below it. */
export function LeadSlot() {
  const { editable } = useEditor()
  const t = useTexts()
  const { picture, choose, upload } = useLead()
  const id = fieldId('leadMediaId')
  if (!picture && !editable) return null
  return (
    <div className="mt-6" {...(editable ? upload.dropTarget : {})}>
      {picture && (
        <>
          <LeadImage picture={picture} />
          <LeadWords picture={picture} id={id} />
        </>
      )}
      {editable && (
        <div className={classes(!picture && 'flex flex-wrap items-center gap-2 border border-dashed border-edge px-4 py-3')}>
          {!picture && <span className="mr-auto text-14 text-muted">{upload.text ?? t('editor.lead.empty')}</span>}
          <LeadTools picture={picture} choose={choose} id={id} />
        </div>
      )}
      <UploadNews upload={upload} isShown={picture !== null} />
    </div>
  )
}

function LeadImage({ picture: { src, srcSet, width, height, alt } }: { picture: PickedMedia }) {
  return (
    <img
      src={src}
      srcSet={srcSet || undefined}
      sizes="(min-width: 720px) 672px, 92vw"
      width={width}
      height={height}
      alt={alt}
      className="h-auto max-h-120 w-full bg-hover object-contain"
    />
  )
}

/** How far the next picture is, where one stands already; why it did not come. */
export function UploadNews({ upload, isShown }: { upload: ReturnType<typeof useLead>['upload']; isShown: boolean }) {
  return (
    <>
      {isShown && upload.text && <p className="text-13 text-muted">{upload.text}</p>}
      {upload.fault && (
        <p role="alert" className="mt-2 text-13 text-state-returned">
          {upload.fault}
        </p>
      )}
    </>
  )
}
