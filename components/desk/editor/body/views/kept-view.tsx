'use client'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useMemo } from 'react'
import { cleanMarkup } from '@/components/desk/editor/body/clean-markup'
import { useTexts } from '@/components/desk/texts'
import { BlockTools } from './block-tools'

/** A block as the reader sees it, which the editor leaves alone. */
export function KeptView(props: NodeViewProps) {
  const t = useTexts()
  const kept = String(props.node.attrs.html)
  const html = useMemo(() => cleanMarkup(kept), [kept])
  return (
    <NodeViewWrapper className="kept-block" data-selected={props.selected || undefined}>
      <div className="block-bar" contentEditable={false}>
        <span className="text-13 text-muted" title={t('body.kept.hint')} data-drag-handle>
          {t('body.kept.label')}
        </span>
        <BlockTools {...props} />
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the allow-list just above */}
      <div className="kept-content" contentEditable={false} dangerouslySetInnerHTML={{ __html: html }} />
    </NodeViewWrapper>
  )
}
