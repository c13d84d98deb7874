import { legible } from '@/newsroom/html/html-tree'

/** A word that an action was sent, as a database holds it; empty where something else than a word came, which no page of ours sends. */
export function sentText(value: unknown): string {
  return typeof value === 'string' ? legible(value) : ''
}

/** The same of a field of a form; whoever calls an action by hand may send no form at all. */
export function sentField(form: unknown, name: string): string {
  return form instanceof FormData ? sentText(form.get(name)) : ''
}
