'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { useLeadUpload } from './lead-upload'

/** 题图: the picture there is, and the ways another comes. */
export function useLead() {
  const { content, set, names, goTo } = useEditor()
  // Whoever went on writing while it came is not called away.
  const choose = (picked: PickedMedia, wrote = false) => {
    names.learnPicture(picked)
    set({ leadMediaId: picked.id })
    if (!picked.alt && !wrote) goTo('leadMediaId')
  }
  return { picture: names.picture(content.leadMediaId), choose, upload: useLeadUpload(choose) }
}
