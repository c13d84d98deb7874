import type { Editor } from '@tiptap/core'
import type { BodyPictures } from '@/components/desk/editor/body/body-editor-props'
import { figureContent } from '@/components/desk/editor/body/text/figure-content'
import { whenComposed } from '@/components/desk/editor/body/text/when-composed'
import { randomKey } from '@/components/desk/random-key'
import type { PickedMedia } from '@/newsroom/desk/picked-media'

/** A picture on its way, or one that pasted text left behind. */
export interface PictureOnItsWay {
  state: 'uploading' | 'failed' | 'missing'
  file: File | null
  /** 0 to 1 */
  done: number
  /** an object URL to show meanwhile */
  preview: string
  caption: string
}

const MISSING: PictureOnItsWay = { state: 'missing', file: null, done: 0, preview: '', caption: '' }

/** Which pictures are on their way, by the key of their place in the text; views listen to it. */
export class PictureSlots {
  editor: Editor | null = null
  private readonly pictures = new Map<string, PictureOnItsWay>()
  private readonly listeners = new Set<() => void>()

  constructor(private readonly source: () => BodyPictures) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** A place nobody knows, as one copied from another article, waits for a picture as well. */
  find = (key: string): PictureOnItsWay => this.pictures.get(key) ?? MISSING

  /** A place for a picture that is not here: the document node. */
  missing(caption = '') {
    return this.place({ ...MISSING, caption })
  }

  /** Starts the upload; the document node that waits for it. */
  upload(file: File, caption = '') {
    const node = this.place({ state: 'uploading', file, done: 0, preview: URL.createObjectURL(file), caption })
    // once the place stands in the document
    queueMicrotask(() => this.send(node.attrs.key))
    return node
  }

  /** Another file for a place, or the same once more. */
  retry(key: string, file = this.find(key).file): void {
    if (file === null) return
    const { caption, preview, file: before } = this.find(key)
    const shown = file === before && preview !== '' ? preview : URL.createObjectURL(file)
    this.set(key, { state: 'uploading', file, done: 0, preview: shown, caption })
    this.send(key)
  }

  async choose(key: string): Promise<void> {
    const picture = await this.source().pick()
    if (picture) this.settle(key, picture)
  }

  private async send(key: string): Promise<void> {
    const { file } = this.find(key)
    if (file === null) return
    const onProgress = (done: number) => this.set(key, { ...this.find(key), done })
    try {
      this.settle(key, await this.source().upload(file, onProgress))
    } catch {
      this.set(key, { ...this.find(key), state: 'failed' })
    }
  }

  private place(picture: PictureOnItsWay) {
    const key = randomKey()
    this.set(key, picture)
    return { type: 'pictureSlot', attrs: { key } }
  }

  private set(key: string, picture: PictureOnItsWay): void {
    this.pictures.set(key, picture)
    for (const listener of this.listeners) listener()
  }

  /** The picture takes its place, wherever that stands by now; nowhere, if it was removed. */
  private settle(key: string, picture: PickedMedia): void {
    const { editor } = this
    if (!editor) return
    whenComposed(editor, () => {
      const { caption, preview } = this.find(key)
      const transaction = editor.state.tr
      editor.state.doc.descendants((node, position) => {
        if (node.type.name !== 'pictureSlot' || node.attrs.key !== key) return
        const figure = editor.schema.nodeFromJSON(figureContent(picture, position, caption))
        transaction.replaceWith(transaction.mapping.map(position), transaction.mapping.map(position + node.nodeSize), figure)
      })
      if (transaction.docChanged) editor.view.dispatch(transaction)
      if (preview) URL.revokeObjectURL(preview)
    })
  }
}
