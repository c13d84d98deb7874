export interface PresentPerson {
  staffId: string
  name: string
  editing: boolean
}

/** What a tab learns with each sign of life. */
export interface PresenceAnswer {
  /** this tab is the one that edits */
  editing: boolean
  /** who edits in another tab; null: nobody */
  editor: { staffId: string; name: string } | null
  /** everybody else who has the article open, each once */
  others: PresentPerson[]
  /** who took over from this tab, until it has asked once without `edit`; and what they had to say */
  takenBy: string | null
  message: string | null
  /** of the draft as it stands now */
  version: number
  savedByName: string
}
