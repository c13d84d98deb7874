import { WIRES } from '@/newsroom/api/wire'
import type { DeskTexts } from './desk-texts'
import { knownText } from './known-text'

/** `import` → 导入, `wire:xinhua` → 供稿接口 xinhua; whoever is none of the newsroom's machinery stands as they are called. */
export function machineName(t: DeskTexts, name: string): string {
  if (name.startsWith(WIRES)) return t('audit.wire', { wire: name.slice(WIRES.length) })
  return knownText(t, `audit.machinery.${name}`) ?? name
}

/** `wire:xinhua/XH-1` → XH-1, what the wire calls it; null: no wire delivered it. */
export const deliveredId = (path: string): string | null => (path.startsWith(WIRES) ? path.slice(path.indexOf('/') + 1) : null)
