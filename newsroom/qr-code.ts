import { create } from 'qrcode'

/** Modules of quiet zone on each side, as ISO/IEC 18004 asks. */
const MARGIN = 4

/** The dark modules of a code as one path of horizontal runs, in modules, its quiet zone included in `side`. Error correction M. */
export function qrCode(text: string): { path: string; side: number } {
  const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules
  const side = size + 2 * MARGIN
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const start = column
      while (column < size && data[row * size + column]) column++
      if (column > start) path += `M${start + MARGIN} ${row + MARGIN}h${column - start}v1h-${column - start}z`
    }
  }
  return { path, side }
}

/** A QR code as an SVG document; black on its own white ground, so that it also reads in the dark. About 2 kB for a short link. */
export function qrCodeSvg(text: string): string {
  const { path, side } = qrCode(text)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  )
}
