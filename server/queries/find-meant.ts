import { Prisma } from '@/generated/prisma/client'
import { soundingParts, soundsLike } from '@/newsroom/search/sounding-parts'
import { readDb } from '@/server/db'
import { CARRIED } from './find-named'
import { frequentWords } from './frequent-words'

/**
 * What was looked for, spelled with names and words of the paper that sound alike: 新香日报 → 新乡日报; null where there are none.
 * Not for kept pages: names no tags.
 */
export async function findMeant(words: readonly string[]): Promise<string[] | null> {
  const sounds = [...new Set(words.flatMap((word) => soundingParts(word).map(({ sound }) => sound)))]
  if (sounds.length === 0) return null
  const known = new Map<string, string[]>()
  const add = (sound: string, name: string) => known.set(sound, [...(known.get(sound) ?? []), name])
  for (const { name, sound } of await namesSounding(sounds)) add(sound, name)
  const frequent = await frequentWords()
  for (const sound of sounds) {
    const word = frequent.get(sound)
    if (word !== undefined) add(sound, word)
  }
  const meant = words.map((word) => soundsLike(word, known) ?? word)
  return meant.some((word, index) => word !== words[index]) ? meant : null
}

async function namesSounding(sounds: string[]): Promise<{ name: string; sound: string }[]> {
  const kinds = Object.values(CARRIED).map(
    ({ table, articles }) => Prisma.sql`
      SELECT t."name", t."sortKey" AS "sound" FROM ${table} t
      WHERE t."sortKey" COLLATE "C" = ANY(${sounds}::text[]) AND EXISTS (${articles})`,
  )
  return await readDb().$queryRaw(Prisma.join(kinds, ' UNION ALL '))
}
