import type { Ref } from 'react'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import type { TextQuote } from '@/newsroom/desk/text-quote'

/** What a link can lead to within the site: `href` is the address readers have. */
export interface LinkTarget {
  href: string
  label: string
  /** its day and category, what tells it from its namesakes */
  hint?: string
}

export interface BodyPictures {
  /** rejects when the file did not arrive; `onProgress` is told 0 to 1 */
  upload(file: File, onProgress?: (done: number) => void): Promise<PickedMedia>
  /** the library; null: nothing was chosen */
  pick(): Promise<PickedMedia | null>
}

export interface BodyEditorHandle {
  focus(): void
  /** the text as it stands, also what was typed this very moment */
  getHtml(): string
  /** another text, as after a merge: one step that can be undone; `onChange` is not called for it */
  setContent(html: string): void
  /** null: nothing is selected */
  getSelectionQuote(): TextQuote | null
  /** selects, marks and scrolls to the passage; false: its words are gone */
  showQuote(quote: TextQuote): boolean
  insertPicture(picture: PickedMedia): void
}

export interface BodyEditorProps {
  /** the text on opening; what comes later goes through `setContent`, so that nothing typed meanwhile is lost */
  value: string
  /** called at once after every change */
  onChange(html: string): void
  editable: boolean
  placeholder: string
  pictures: BodyPictures
  findLinks(text: string): Promise<LinkTarget[]>
  onCount?(count: { characters: number; minutes: number }): void
  handle?: Ref<BodyEditorHandle>
}
