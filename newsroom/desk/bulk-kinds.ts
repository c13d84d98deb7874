/** The buttons for several articles at a time: tags and category are both filing. */
export const BULK_KINDS = ['tags', 'category', 'submit', 'publish', 'withdraw', 'discard'] as const
export type BulkKind = (typeof BULK_KINDS)[number]
