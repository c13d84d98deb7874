interface Dated {
  publishedAt: Date
  updatedAt: Date
}

/** When what readers see of an article last changed: it was published, its text changed, or a correction was set beside it. */
export const lastChange = ({ publishedAt, updatedAt }: Dated): Date => (updatedAt > publishedAt ? updatedAt : publishedAt)
