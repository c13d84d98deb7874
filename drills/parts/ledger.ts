/** The versions of an article that somebody was told are saved: `states` of them, one after the other. */
export interface Autosaved {
  id: string
  states: number
}

export interface Published {
  id: string
  /** texts that took the place of the first */
  changes: number
  /** `isTold`: somebody was told that it is published; else nobody knows */
  corrections: { wrong: string; isTold: boolean }[]
}

export interface Scheduled {
  id: string
  at: Date
}

/** What people were told is done. It has to be there, once, whatever was killed meanwhile. */
export class Ledger {
  acknowledged = 0
  autosaved: Autosaved[] = []
  published: Published[] = []
  scheduled: Scheduled[] = []
  /** ids */
  pictures: string[] = []

  /** What came since: for a look at that alone. */
  since({ autosaved, published, scheduled, pictures }: Lengths): Ledger {
    const later = new Ledger()
    later.autosaved = this.autosaved.slice(autosaved)
    later.published = this.published.slice(published)
    later.scheduled = this.scheduled.slice(scheduled)
    later.pictures = this.pictures.slice(pictures)
    return later
  }

  get lengths(): Lengths {
    const { autosaved, published, scheduled, pictures } = this
    return {
      autosaved: autosaved.length,
      published: published.length,
      scheduled: scheduled.length,
      pictures: pictures.length,
    }
  }
}

type Lengths = Record<'autosaved' | 'published' | 'scheduled' | 'pictures', number>
