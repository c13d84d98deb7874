// The sanitizer and whoever puts pictures in write attributes in this one form.
const PICTURE = /(?:<picture><source(?: [a-z]+="[^"]*")*>)?<img( src="[^"]*"(?: [a-z]+(?:="[^"]*")?)*)>(?:<\/picture>)?/g
const CANDIDATE = /(\S+) (\d+)w/g
/** Fills a phone; whoever counts what is sent wants no more. */
const FRUGAL_WIDTH = 640

/** Of a picture's sizes the one for whoever saves data: the widest that is not wide, else the narrowest. */
export function frugalOf<Size extends { width: number }>(sizes: readonly Size[]): Size | undefined {
  const [first, ...others] = [...sizes].sort((one, other) => one.width - other.width)
  return others.findLast(({ width }) => width <= FRUGAL_WIDTH) ?? first
}

/** 图片：河边的桥, or 图片 alone where nothing is said of it. */
export const pictureWords = (label: string, alt: string) => (alt ? `${label}：${alt}` : label)

/** A body as the lite edition shows it: in place of each picture a link to it, with its words. */
export function linkedPictures(bodyHtml: string, label: string): string {
  return bodyHtml.replace(PICTURE, (_, attributes: string) => {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const sizes = [...attribute('srcset').matchAll(CANDIDATE)].map(([, src = '', width]) => ({ src, width: Number(width) }))
    // What is only words in an attribute would be markup in a text.
    const words = attribute('alt').replaceAll('<', '&lt;')
    return `<a class="picture" href="${frugalOf(sizes)?.src ?? attribute('src')}">${pictureWords(label, words)}</a>`
  })
}
