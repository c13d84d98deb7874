import type { MediaItem, MediaUseLine, MediaWords } from '@/newsroom/desk/media-library'
import type { Outcome } from '@/newsroom/desk/outcome'

export interface OpenedPicture {
  item: MediaItem
  uses: { lines: MediaUseLine[]; others: number }
}

/** What the library asks of the server; the page hands the server's actions over. */
export interface MediaActions {
  open(id: string): Promise<Outcome<OpenedPicture>>
  /** what is left out stays */
  save(given: { id: string; words: Partial<MediaWords> }): Promise<Outcome>
  replace(given: { id: string; byId: string }): Promise<Outcome<{ changed: number; live: number }>>
  discard(given: { id: string; discarded: boolean }): Promise<Outcome>
  retry(given: { id: string }): Promise<Outcome>
}
