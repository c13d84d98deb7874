import { headlineTerms } from './headline-terms'

/** An article that may be worth reading after another one. */
export interface RelatedCandidate {
  id: string
  headline: string
  tagIds: number[]
  publishedAt: Date
}

export interface RelatedTo {
  headline: string
  publishedAt: Date
  /** its tags; `rarity` from 0, of a tag everything has */
  tags: { id: number; rarity: number }[]
}

const HEADLINE_WEIGHT = 8
const MS_A_DAY = 86_400_000

/**
 * How rare a tag is, by how long ago the last few articles that have it were published: a tag of every second article says
 * nothing, one used twice a year says much.
 */
export function tagRarity(at: Date, earlier: readonly Date[]): number {
  const oldest = Math.min(at.getTime(), ...earlier.map((each) => each.getTime()))
  return Math.log2(1 + (at.getTime() - oldest) / MS_A_DAY)
}

/** The nearest first, by shared tags, the rarer the more, words of the headline, and time; ties by the newer. */
export function pickRelated<Candidate extends RelatedCandidate>(
  to: RelatedTo,
  candidates: readonly Candidate[],
  count: number,
): Candidate[] {
  const rarity = new Map(to.tags.map((tag) => [tag.id, tag.rarity]))
  const terms = new Set(headlineTerms(to.headline))
  return candidates
    .map((candidate) => {
      const shared = candidate.tagIds.reduce((sum, id) => sum + (rarity.has(id) ? 0.5 + (rarity.get(id) ?? 0) : 0), 0)
      const days = Math.max(0, to.publishedAt.getTime() - candidate.publishedAt.getTime()) / MS_A_DAY
      return {
        candidate,
        score: shared + HEADLINE_WEIGHT * overlap(terms, new Set(headlineTerms(candidate.headline))) - Math.log10(1 + days),
      }
    })
    .sort((a, b) => b.score - a.score || b.candidate.publishedAt.getTime() - a.candidate.publishedAt.getTime())
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** Dice's coefficient, 0 to 1. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const term of one) if (other.has(term)) shared++
  return (2 * shared) / (one.size + other.size)
}
