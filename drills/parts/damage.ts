import type { Dice } from './dice'

/** A copy of a file as a bad disk, a broken line or a hand in it leaves one; what was done to it stands beside. */
export function damaged(bytes: Buffer, dice: Dice): { how: string; bytes: Buffer } {
  const at = dice.between(0, bytes.length - 1)
  const kind = dice.oneOf(['bit', 'cut', 'gap', 'zeros'] as const)
  if (kind === 'cut') return { how: `cut off at ${at} of ${bytes.length}`, bytes: bytes.subarray(0, at) }
  if (kind === 'gap') {
    const to = Math.min(bytes.length, at + dice.between(1, 4_096))
    return { how: `${at} to ${to} left out`, bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]) }
  }
  const copy = Buffer.from(bytes)
  const bit = dice.between(0, 7)
  // Zeros alone may be what stood there.
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  if (kind === 'bit') return { how: `bit ${bit} of byte ${at} turned`, bytes: copy }
  copy.fill(0, at + 1, at + 512)
  return { how: `zeros behind ${at}`, bytes: copy }
}
