/** A fault tried on purpose, again and again: `drills/NAME.ts` exports one as `drill`. */
export interface Drill {
  name: string
  /** in a sentence: what is done to the site, and what must hold */
  about: string
  /** its short form takes longer than `npm test` has for it: it runs where it is named, or all are in full */
  isLong?: boolean
  run(options: DrillOptions): Promise<Drilled>
}

export interface DrillOptions {
  /** the form for `npm test`: few rounds */
  short: boolean
  /** what every choice of the drill is drawn from: printed, so that a failure can be met again */
  seed: number
  /** instead of the drill's own number */
  rounds?: number
  /** a line of progress, or of what was found */
  say(line: string): void
}

export interface Drilled {
  /** by name; those of `TOTALS` are summed over all drills */
  figures: Record<string, number>
  /** the figures that are faults of the site when they are not 0 */
  mustBeZero: string[]
  /** what could not be tried here, and why */
  skipped?: string[]
}

/** Figures that mean the same in every drill. */
export const TOTALS = [
  ...['rounds', 'faults', 'acknowledged writes', 'lost', 'doubled'],
  ...['attack cases tried', 'attacks ran', 'bad inputs tried', 'answered 500'],
] as const
