import { legible } from '@/newsroom/html/html-tree'

/** What a page of the desk sent, its words without what no database holds: U+0000, halves of characters. Whatever its shape. */
export function legibleInput(sent: unknown): unknown {
  if (typeof sent === 'string') return legible(sent)
  if (Array.isArray(sent)) return sent.map(legibleInput)
  if (sent === null || typeof sent !== 'object' || Object.getPrototypeOf(sent) !== Object.prototype) return sent
  return Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, legibleInput(value)]))
}
