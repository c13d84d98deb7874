'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useFaultText } from '@/components/desk/ui/faults'
import { onDemand } from '@/components/desk/ui/on-demand'
import { notify } from '@/components/desk/ui/toast'
import { type Deed, deedsOf } from '@/newsroom/desk/deeds'
import type { EditorArticle } from '@/newsroom/desk/editor-article'
import type { DeskMember } from '@/newsroom/desk/staff'
import type { Site } from '@/newsroom/site'
import type { BodyEditorHandle } from './body/body-editor-props'
import { Comments } from './comments/comments'
import { SavingDialogs } from './dialogs/saving-dialogs'
import type { EditorActions } from './editor-actions'
import { EditorBar } from './editor-bar'
import { type Editor, EditorProvider } from './editor-context'
import { Panel } from './panel/panel'
import { SectionsContext } from './panel/section'
import { usePanel } from './panel/use-panel'
import { EditingNotice } from './people/editing-notice'
import { useEditing } from './people/use-editing'
import { UnbornNotice } from './saving/unborn-notice'
import { useLocalCopy } from './saving/use-local-copy'
import { BodyField } from './sheet/body-field'
import { Sheet } from './sheet/sheet'
import { useLeadWords } from './sheet/use-lead-words'
import { StatusBar } from './status-bar'
import { useArticle } from './use-article'
import { useKeys } from './use-keys'

const DeedDialog = onDemand(async () => (await import('./deeds/deed-dialog')).DeedDialog)
const PublishDialog = onDemand(async () => (await import('./deeds/publish-dialog')).PublishDialog)
const Preview = onDemand(async () => (await import('./preview/preview')).Preview)

interface ArticleEditorProps {
  opened: EditorArticle
  site: Site
  member: DeskMember
  actions: EditorActions
}

/** An article where it is written: the sheet in the middle, everything else around it. */
export function ArticleEditor({ opened, site, member, actions }: ArticleEditorProps) {
  const t = useTexts()
  const faultText = useFaultText()
  const body = useRef<BodyEditorHandle>(null)
  const held = useArticle(opened, body)
  const { article, clientId, names, runner, view, look, set } = held
  const editing = useEditing(held)
  const { editable } = editing
  const copy = useLocalCopy(held, {
    isSettled: editing.isSettled,
    editable,
    isHeld: editing.holder !== null,
    body,
    onRestored: () => notify(t('editor.restore.done')),
  })
  const panel = usePanel()
  const [count, setCount] = useState({ characters: 0, minutes: 0 })
  const [deed, setDeed] = useState<Deed | null>(null)
  const [previewing, setPreviewing] = useState(false)

  const { goTo } = panel
  const { content } = view
  const lead = useLeadWords(names.picture(content.leadMediaId), names, actions.media.save)
  const { keep } = lead
  const save = useCallback(async () => (await Promise.all([runner.flush(), keep()])).every((isSaved) => isSaved), [runner, keep])
  const editor = useMemo<Editor>(
    () => ({ article, content, set, editable, names, lead, site, member, clientId, save, look, goTo, actions }),
    [article, content, set, editable, names, lead, site, member, clientId, save, look, goTo, actions],
  )
  const keepVersion = async () => {
    if (!(await save())) return
    const kept = await actions.saveRevision(article.id).catch(() => null)
    notify(kept?.ok ? t('editor.version-kept') : (kept?.errors ?? [{ code: 'unreachable' }]).map(faultText).join(' '))
    await look()
  }
  useKeys({ onSave: () => void keepVersion(), onNext: () => setDeed(deedsOf(article).next) })
  const close = () => setDeed(null)

  return (
    <EditorProvider value={editor}>
      <div className="-mx-4 -mt-6 -mb-24 flex min-h-[calc(100dvh-3.25rem)] flex-col pb-13 tablet:-mx-8 tablet:-mt-8 tablet:-mb-12 tablet:min-h-dvh tablet:pb-0 desktop:-mx-12">
        <h1 className="sr-only">{content.headline || t('editor.new')}</h1>
        <EditorBar
          panelOpen={panel.isOpen}
          onPanel={() => panel.show(!panel.isOpen)}
          onPreview={() => setPreviewing(true)}
          onDeed={setDeed}
          onVersion={keepVersion}
        />
        <div className="flex flex-1">
          <div className="min-w-0 flex-1 px-4 tablet:px-8">
            {opened.version === 0 && article.version === 0 && <UnbornNotice articleId={article.id} />}
            {editing.isSettled && <EditingNotice editing={editing} />}
            <Sheet body={<BodyField opening={opened.content.bodyHtml} onCount={setCount} handle={body} />} />
          </div>
          {panel.isOpen && (
            <SectionsContext value={panel.sections}>
              <Panel
                tab={panel.tab}
                onTab={panel.setTab}
                onClose={() => panel.show(false)}
                openComments={article.openComments}
                comments={<Comments body={body} />}
              />
            </SectionsContext>
          )}
        </div>
        <StatusBar view={view} count={count} others={editing.others} />
      </div>
      {deed === 'publish' || deed === 'publish-urgent' ? (
        <PublishDialog urgent={deed === 'publish-urgent'} onClose={close} />
      ) : (
        deed && <DeedDialog deed={deed} onClose={close} />
      )}
      {previewing && <Preview version={view.version} onClose={() => setPreviewing(false)} />}
      <SavingDialogs held={held} copy={copy} />
    </EditorProvider>
  )
}
