'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import { MediaDetail } from '@/components/desk/media/media-detail'
import { mayAtDesk } from '@/newsroom/desk/permission'

/** What the library says of the lead, changed without leaving the article. */
export function LeadDetail({ open, onClose }: { open: boolean; onClose(): void }) {
  const { content, set, names, member, actions, look } = useEditor()
  const gone = () => {
    set({ leadMediaId: null })
    onClose()
  }
  return (
    <MediaDetail
      id={open ? content.leadMediaId : null}
      member={{ id: member.id, manages: mayAtDesk(member, 'manage-media') }}
      actions={actions.media}
      onClose={onClose}
      onChange={names.learnPicture}
      onDiscarded={gone}
      onReplaced={() => {
        onClose()
        void look()
      }}
    />
  )
}
