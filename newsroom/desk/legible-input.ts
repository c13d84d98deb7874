import { legible } from '@/newsroom/html/html-tree'

/** No form of the desk is that deep; whoever sends more wants the stack, and gets no shape that fits. */
const DEEPEST = 32

/** What a page of the desk sent, its words without what no database holds: U+0000, halves of characters. Whatever its shape. */
export function legibleInput(sent: unknown, depth = 0): unknown {
  if (typeof sent === 'string') return legible(sent)
  if (depth > DEEPEST) return undefined
  if (Array.isArray(sent)) return sent.map((part) => legibleInput(part, depth + 1))
  if (sent === null || typeof sent !== 'object' || Object.getPrototypeOf(sent) !== Object.prototype) return sent
  return Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, legibleInput(value, depth + 1)]))
}
