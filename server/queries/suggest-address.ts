import type { AddressedKind } from '@/newsroom/desk/taxonomy'
import { db } from '@/server/db'
import { proposeSlug } from '@/server/free-slugs'

const TABLES = { category: 'Category', tag: 'Tag', source: 'Source' } as const

/** The address that a name of this kind would be given; "" for no name. */
export async function suggestAddress(kind: AddressedKind, name: string, id: number | null): Promise<string> {
  const read = name.trim().slice(0, 80)
  return read === '' ? '' : await proposeSlug(db(), TABLES[kind], read, id)
}
