import type { Element, ElementContent } from 'hast'
import { element, isElement, property } from '@/newsroom/html/html-tree'
import { imageSource } from '@/newsroom/html/semantic-html'
import type { ImportedPicture } from './imported-post'
import type { JekyllSite } from './jekyll-site'
import { pictureAddress } from './site-links'

/** What editing programs write where nobody wrote a description. */
const NO_TEXT = /^(?:image|img|picture|photo|图片|图|插图|配图)?\s*\d*$|^[^\s\p{sc=Han}]+\.(?:jpe?g|png|gif|webp|bmp|svg)$/iu

export interface BodyPictures {
  blocks: Element[]
  pictures: ImportedPicture[]
  /** addresses that lead to no picture a site may show: `data:`, `file:`, broken ones */
  refused: string[]
}

/** Numbers the figures whose images have an address, drops the others, and gives a title as caption where none stands. */
export function bodyPictures(blocks: Element[], images: Element[], site: JekyllSite, postPath: string): BodyPictures {
  const pictures: ImportedPicture[] = []
  const refused: string[] = []
  const numbers = images.map((image) => {
    const address = pictureAddress(imageSource(image), site, postPath)
    if (address !== null) return pictures.push({ ...address, alt: words(property(image, 'alt')) }) - 1
    refused.push(imageSource(image).slice(0, 100))
    return null
  })

  const settled = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node) => {
      if (!isElement(node)) return [node]
      if (node.tagName === 'figure') return figure(node)
      node.children = settled(node.children)
      return [node]
    })
  const figure = (node: Element): ElementContent[] => {
    const index = Number(property(node, 'dataPicture'))
    const number = numbers[index]
    const title = words(property(images[index] as Element, 'title'))
    if (typeof number !== 'number')
      return node.children.map((caption) => element('p', isElement(caption) ? caption.children : []))
    const caption =
      node.children.length > 0 || title === '' ? node.children : [element('figcaption', [{ type: 'text', value: title }])]
    return [element('figure', caption, { dataPicture: String(number) })]
  }
  return { blocks: images.length === 0 ? blocks : (settled(blocks) as Element[]), pictures, refused }
}

function words(text: string): string {
  const spaced = text.replace(/\s+/g, ' ').trim()
  return NO_TEXT.test(spaced) ? '' : spaced
}
