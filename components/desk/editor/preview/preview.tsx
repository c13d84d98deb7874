'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Dialog } from '@/components/desk/ui/dialog'
import { Skeleton } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import { PagePreview } from '@/components/desk/ui/page-preview'
import { PreviewLinks } from './preview-links'

/** Exactly what readers will get, in a frame; drawn anew after every save. */
export function Preview({ version, onClose }: { version: number; onClose(): void }) {
  const { article, actions, save } = useEditor()
  const t = useTexts()
  const [path, setPath] = useState('')
  const [unsaved, setUnsaved] = useState(false)
  const opening = useAction(actions.framePreview)

  const open = useEffectEvent(async () => {
    if (!(await save())) return setUnsaved(true)
    const opened = await opening.run(article.id)
    if (opened.ok) setPath(opened.path)
  })
  useEffect(() => void open(), [])

  return (
    <Dialog open wide onClose={onClose} title={t('editor.preview.title')} description={t('editor.preview.text')}>
      <FaultList errors={unsaved ? [{ code: 'unsaved' }] : opening.errors} />
      <PagePreview
        title={t('editor.preview.title')}
        path={path}
        version={version}
        waiting={!unsaved && opening.errors.length === 0 && <Skeleton lines={6} />}
      />
      {article.can.includes('share-preview') && <PreviewLinks />}
    </Dialog>
  )
}
