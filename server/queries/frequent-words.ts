import { syllables } from '@/newsroom/pinyin'
import { normalise } from '@/newsroom/search/normalise'
import { dictionaryWords } from '@/newsroom/search/segment'
import { readDb } from '@/server/db'
import { isPublic } from './public-filter'

const HEADLINES = 3_000
const LEAST_USES = 2
const WORD = /^\p{sc=Han}{2,8}$/u
const FRESH_MS = 600_000

let known: { atMs: number; words: Promise<ReadonlyMap<string, string>> } | null = null

/** Words of the newest headlines by their pinyin, of those that sound alike the most used; at most ten minutes old. */
export async function frequentWords(nowMs = Date.now()): Promise<ReadonlyMap<string, string>> {
  if (!known || nowMs - known.atMs > FRESH_MS) {
    const words = readWords()
    known = { atMs: nowMs, words }
    // Whoever asks next tries again.
    words.catch(() => {
      known = null
    })
  }
  return await known.words
}

async function readWords(): Promise<ReadonlyMap<string, string>> {
  const rows = await readDb().$queryRaw<{ headline: string }[]>`
    SELECT r."headline" FROM "Article" l JOIN "Revision" r ON r."articleId" = l."id" AND r."number" = l."liveRevision"
    WHERE ${isPublic('l')} ORDER BY l."listedAt" DESC, l."id" DESC LIMIT ${HEADLINES}`
  const uses = new Map<string, number>()
  for (const { headline } of rows)
    for (const word of dictionaryWords(normalise(headline))) if (WORD.test(word)) uses.set(word, (uses.get(word) ?? 0) + 1)
  const bySound = new Map<string, string>()
  for (const [word, count] of [...uses].sort(([, one], [, other]) => one - other))
    if (count >= LEAST_USES) bySound.set(syllables(word).join(''), word)
  return bySound
}
