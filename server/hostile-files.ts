import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { photo } from './picture-fixture'

/** For tests: files as attackers send them, by name. Made anew each time, each of them by hand or by sharp. */
export type HostileFile = [name: string, bytes: Buffer]

const text = (words: string) => Buffer.from(words, 'latin1')
const join = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : part)))
const PAGE = '<html><script>trip(1)</script></html>'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"'

/** All of them. `sizes` of pictures are small: what is tried is what a reader of files makes of them. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const kinds = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const
  const pictures = Object.fromEntries(
    await Promise.all(kinds.map(async (kind) => [kind, await photo(120, 80, '#246').toFormat(kind).toBuffer()] as const)),
  ) as Record<(typeof kinds)[number], Buffer>
  return [
    ...markup(),
    ...others(),
    ...documents(),
    ...polyglots(pictures),
    ...cutOff(pictures),
    ...lies(pictures),
    ...bombs(pictures.png),
  ]
}

function markup(): HostileFile[] {
  const svgs = {
    script: `${SVG}><script>trip(1)</script></svg>`,
    handler: `${SVG} onload="trip(1)"/>`,
    foreign: `${SVG}><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="trip(1)"/></foreignObject></svg>`,
    entity: `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SVG}><text>&x;</text></svg>`,
    laughs: `<!DOCTYPE svg [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(20)}">`).join('')}]>${SVG}><text>&j;</text></svg>`,
    nested: `${SVG} xmlns:xlink="http://www.w3.org/1999/xlink"><g id="a"><path d="M0 0h1"/></g>${[...'bcdefghijklmnop'].map((name, at) => `<g id="${name}">${`<use xlink:href="#${'abcdefghijklmno'[at]}"/>`.repeat(9)}</g>`).join('')}</svg>`,
    wide: '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>',
    remote: `${SVG}><image href="http://127.0.0.1:9/a.png" width="9" height="9"/></svg>`,
    file: `${SVG}><image href="file:///etc/passwd" width="9" height="9"/></svg>`,
    deep: `${SVG}>${'<g>'.repeat(20_000)}`,
    blur: `${SVG}><filter id="f" width="9000%" height="9000%"><feGaussianBlur stdDeviation="900"/><feTurbulence numOctaves="99"/></filter><rect width="99" height="99" filter="url(#f)"/></svg>`,
  }
  const pages = [
    '<!DOCTYPE html>',
    '\xef\xbb\xbf<html>',
    '   \n<script>trip(1)</script>',
    '<?xml version="1.0"?><html/>',
    '<?php system("id") ?>',
    '<%@ page %>',
  ]
  return [
    ...Object.entries(svgs).map(([name, svg]): HostileFile => [`svg ${name}`, text(svg)]),
    ['svgz', gzipSync(svgs.script)],
    ['svg in UTF-16', Buffer.from(`\ufeff${svgs.script}`, 'utf16le')],
    ...pages.map((page, at): HostileFile => [`page ${at}`, text(page + PAGE)]),
  ]
}

function others(): HostileFile[] {
  const begins: Record<string, string> = {
    ...{
      empty: '',
      zero: '\0'.repeat(500),
      text: 'words',
      pdf: '%PDF-1.7\n1 0 obj<</JS(trip(1))>>',
      zip: 'PK\x03\x04',
      jar: 'PK\x03\x04META-INF',
      elf: '\x7fELF',
    },
    ...{
      exe: 'MZ\x90\0',
      class: '\xca\xfe\xba\xbe',
      swf: 'CWS\x0a',
      wasm: '\0asm\x01',
      gzip: '\x1f\x8b\x08\0',
      bzip: 'BZh9',
      xz: '\xfd7zXZ\0',
      tar: `${'a\0'.padEnd(257, '\0')}ustar`,
    },
    ...{
      tiff: 'II*\0',
      bmp: 'BM\x36\0\0\0',
      ico: '\0\0\x01\0\x01\0',
      psd: '8BPS\0\x01',
      jp2: '\0\0\0\x0cjP  \r\n\x87\n',
      jxl: '\xff\x0a',
      heic: '\0\0\0\x18ftypheic',
      mp4: '\0\0\0\x18ftypmp42',
    },
    ...{
      exr: 'v/1\x01',
      hdr: '#?RADIANCE\n',
      fits: 'SIMPLE  =',
      pgm: 'P5 9 9 255\n',
      eps: '%!PS-Adobe',
      magick: 'push graphic-context',
      mvg: 'viewbox 0 0 9 9',
      dicom: `${'\0'.repeat(128)}DICM`,
    },
    ...{
      vips: '\xb6\xa6\xf2\x08',
      openslide: 'Aperio',
      matlab: 'MATLAB 5.0',
      csv: '=cmd|calc',
      json: '{"a":1}',
      script: '#!/bin/sh\nid',
      url: '[InternetShortcut]\r\nURL=x',
      eml: 'From: x\r\n\r\n',
    },
  }
  return Object.entries(begins).map(([name, bytes]): HostileFile => [name, text(bytes)])
}

/** Each kind of picture that is something else besides. */
function polyglots(pictures: Record<string, Buffer>): HostileFile[] {
  const zipEnd = join('PK\x05\x06', Buffer.alloc(18))
  const tails: Record<string, Buffer> = {
    page: text(PAGE),
    zip: zipEnd,
    php: text('<?php system("id"); ?>'),
    svg: text(`${SVG} onload=trip(1)>`),
    script: text('*/=1;trip(1)//'),
  }
  return [
    ...Object.entries(pictures).flatMap(([kind, bytes]) =>
      Object.entries(tails).map(([name, tail]): HostileFile => [`${kind} and ${name}`, join(bytes, tail)]),
    ),
    ['GIF that is a script', text('GIF89a/*<script>*/=1;trip(1)')],
    ['GIF that is plain script', text('GIF89a=1;trip(1)//')],
    ['JPEG with a page in its comment', join('\xff\xd8\xff\xfe\0\x40', PAGE.padEnd(62), (pictures.jpeg as Buffer).subarray(2))],
    ['PNG with a page in its words', withChunk(pictures.png as Buffer, 'tEXt', text(`Comment\0${PAGE}`))],
    ['PDF before a JPEG', join('%PDF-1.7\n', pictures.jpeg as Buffer)],
    ['JPEG after a page', join(PAGE, pictures.jpeg as Buffer)],
  ]
}

function cutOff(pictures: Record<string, Buffer>): HostileFile[] {
  return Object.entries(pictures).flatMap(([kind, bytes]) =>
    [4, 16, 40, bytes.length >> 1, bytes.length - 30].map(
      (length): HostileFile => [`${kind} of ${length} bytes`, bytes.subarray(0, length)],
    ),
  )
}

/** What says another size, kind or length than it has. */
function lies(pictures: Record<string, Buffer>): HostileFile[] {
  const { png, gif, webp, jpeg } = pictures as Record<'png' | 'gif' | 'webp' | 'jpeg', Buffer>
  const at = (bytes: Buffer, place: number, ...values: number[]) => {
    const changed = Buffer.from(bytes)
    changed.set(values, place)
    return changed
  }
  return [
    ['PNG of no width', at(png, 16, 0, 0, 0, 0)],
    ['PNG of a wrong sum', at(png, 29, 9, 9, 9, 9)],
    ['PNG of an unknown kind of colour', at(png, 25, 9)],
    ['GIF of no size', at(gif, 6, 0, 0, 0, 0)],
    ['GIF of 65535 by 65535', at(gif, 6, 255, 255, 255, 255)],
    ['WebP of a wrong length', at(webp, 4, 255, 255, 255, 127)],
    ['JPEG of a wrong segment', at(jpeg, 4, 255, 255)],
    ['JPEG called PNG', join('\x89PNG\r\n\x1a\n', jpeg)],
    ['PNG called JPEG', join('\xff\xd8\xff', png)],
    ['PNG called GIF', join('GIF89a', png)],
    ['AVIF without a picture', text('\0\0\0\x18ftypavif\0\0\0\0avifmif1')],
    ['noise like a WebP', join('RIFF\x40\0\0\0WEBPVP8L', Buffer.alloc(64, 0xa5))],
  ]
}

function bombs(png: Buffer): HostileFile[] {
  const zeros = deflateSync(Buffer.alloc(30_000_000))
  const frame = text('!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0')
  return [
    ['PNG of 3,600 megapixels', pngOf(60_000, 60_000)],
    ['PNG of 51 megapixels', pngOf(7_150, 7_150)],
    ['PNG one pixel high', pngOf(2_000_000_000, 1)],
    ['PNG with 30 MB of words', withChunk(png, 'zTXt', join('Comment\0\0', zeros))],
    ['PNG with 30 MB of profile', withChunk(png, 'iCCP', join('icc\0\0', zeros))],
    [
      'PNG with a thousand profiles',
      Array.from({ length: 1_000 }).reduce<Buffer>((bytes) => withChunk(bytes, 'tEXt', text(`a\0${'b'.repeat(100)}`)), png),
    ],
    [
      'GIF of 100,000 frames',
      join('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', ...Array.from({ length: 100_000 }, () => frame), ';'),
    ],
    [
      'GIF whose frames are larger than it',
      join('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', ',\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;'),
    ],
    ['WebP of 16,383 by 16,383', join('RIFF\x16\0\0\0WEBPVP8L\x0a\0\0\0\x2f\xff\xff\xff\x0f', Buffer.alloc(8))],
    [
      'WebP that is said to be larger still',
      join('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\xff\xff\xff\xff\xff', Buffer.alloc(8)),
    ],
    ['40 MB of a GIF that never ends', join('GIF89a\x01\0\x01\0\0\0\0', Buffer.alloc(2_000_000, '!\xfe\x01a\0'))],
    ['zeros, packed', gzipSync(Buffer.alloc(30_000_000))],
  ]
}

/** Documents of the kinds libvips knows beside pictures. */
function documents(): HostileFile[] {
  return ['pdf', 'ps', 'doc', 'xls', 'rtf'].map(
    (name): HostileFile => [
      `a document (${name})`,
      join({ pdf: '%PDF-1.4', ps: '%!PS', doc: '\xd0\xcf\x11\xe0', xls: '\xd0\xcf\x11\xe0', rtf: '{\\rtf1' }[name] ?? '', PAGE),
    ],
  )
}

function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return join(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  )
}

/** Behind the head, where all the rest of a PNG stands. */
const withChunk = (png: Buffer, type: string, data: Buffer) => join(png.subarray(0, 33), chunk(type, data), png.subarray(33))

function chunk(type: string, data: Buffer): Buffer {
  const body = join(type, data)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return join(length, body, sum)
}

/** A picture with all that cameras and phones write beside it. */
export const withSecrets = async (kind: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Buffer> =>
  await sharp(await photo(640, 480, `#${kind.length}a${kind.length}b5c`).png().toBuffer())
    .withExif({
      IFD0: { Make: 'Camera', Model: 'SECRET-model', Artist: 'SECRET-name', ImageDescription: 'SECRET-words' },
      IFD2: { BodySerialNumber: 'SECRET-serial', LensSerialNumber: 'SECRET-lens' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 55/1 0/1' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description photoshop:City="SECRET-city" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"/></rdf:RDF></x:xmpmeta>',
    )
    .toFormat(kind)
    .toBuffer()
