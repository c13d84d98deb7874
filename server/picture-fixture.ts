import sharp, { type Color } from 'sharp'

/** For tests: pictures as people send them, good and bad. */
export const photo = (width: number, height: number, tint: Color = '#8a6d3b') =>
  sharp({ create: { width, height, channels: 3, background: tint } })

/** With a place, a device and its owner in it, and lying on its side. */
export const phonePhoto = async (): Promise<Buffer> =>
  await photo(800, 600)
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'Camera', Model: 'Serial 12345', Artist: 'Somebody' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 55/1 0/1' },
      },
    })
    .jpeg()
    .toBuffer()

export async function movingPicture(frames: number): Promise<Buffer> {
  const tints = Array.from({ length: frames }, (_, frame) => ({ r: (frame * 7) % 256, g: (frame * 13) % 256, b: 40 }))
  const stills = await Promise.all(tints.map((tint) => photo(600, 400, tint).png().toBuffer()))
  return await sharp(stills, { join: { animated: true } })
    .gif({ delay: 100, effort: 1 })
    .toBuffer()
}

export const streamOf = (bytes: Uint8Array, pieceBytes = 10_000): ReadableStream<Uint8Array> => {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + pieceBytes)))
      at += pieceBytes
    },
  })
}
