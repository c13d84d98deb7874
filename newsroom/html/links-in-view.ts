import { inView } from '@/newsroom/addresses'
import type { View } from '@/newsroom/site'

// The sanitizer writes attributes in this one form.
const LINK = /<a href="(\/(?!media\/|\/)[^"]*)"/g

/** A sanitized body whose links to the paper's own pages carry the reader's view along. */
export const linksInView = (bodyHtml: string, view: View): string =>
  bodyHtml.replace(LINK, (_, path: string) => `<a href="${inView(path, view)}"`)
