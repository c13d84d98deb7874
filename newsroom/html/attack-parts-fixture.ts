/** What runs, and how it is put together with where it stands. */
export const J = 'trip(1)'
export const IMG = `<img src=x onerror=${J}>`
export const SCRIPT = `<script>${J}</script>`

export const all = <One, Other, Made>(
  ones: readonly One[],
  others: readonly Other[],
  make: (one: One, other: Other) => Made,
): Made[] => ones.flatMap((one) => others.map((other) => make(one, other)))
export const words = (text: string) => text.trim().split(/\s+/)
