/** As much of opentype.js as the typesetter uses; the package brings no types of its own. */
declare module 'opentype.js' {
  interface To {
    x: number
    y: number
  }
  interface Control {
    x1: number
    y1: number
  }
  export type PathStep =
    | ({ type: 'M' | 'L' } & To)
    | ({ type: 'Q' } & Control & To)
    | ({ type: 'C'; x2: number; y2: number } & Control & To)
    | { type: 'Z' }
  interface Glyph {
    /** 0: what stands for a character the font has not */
    index: number
    advanceWidth?: number
    getPath(x: number, y: number, fontSize: number): { commands: PathStep[] }
  }
  export interface Font {
    unitsPerEm: number
    charToGlyph(character: string): Glyph
  }
  const opentype: { parse(buffer: ArrayBuffer): Font }
  export default opentype
}
