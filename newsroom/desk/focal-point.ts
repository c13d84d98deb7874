/** 0 to 1 from the left and from the top. */
export interface Focus {
  x: number
  y: number
}

/** Where each arrow key leads: to the right, and down. */
export const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const within = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100

/** A point of the picture, in hundredths. */
export const movedFocus = ({ x, y }: Focus): Focus => ({ x: within(x), y: within(y) })
