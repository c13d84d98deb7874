/** What the importer tells about a field: a value it had to guess (`rescue`), or a warning. `line` counts from 1 in the file. */
export interface ImportNote {
  field: string
  /** what was taken instead, as it was stored; empty for a warning */
  guess: string
  reason: string
  line: number | null
  /** true: the field was broken or missing and got a guess; false: worth a look, nothing was guessed */
  rescue: boolean
}
