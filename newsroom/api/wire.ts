/** What the record of imports, and a text's author, begin with where a wire delivered it. */
export const WIRES = 'wire:'
export const wireName = (wire: string): string => `${WIRES}${wire}`

/** Articles in one delivery, and how large it may be. */
export const MOST_ITEMS = 100
export const MOST_BYTES = 5_000_000
/** Deliveries a minute with one token. */
export const MOST_A_MINUTE = 120
