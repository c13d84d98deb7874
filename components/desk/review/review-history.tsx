'use client'
import { useTexts } from '@/components/desk/texts'
import { When } from '@/components/desk/ui/when'
import type { Review, SignatureShown } from '@/newsroom/desk/article-review'

/** What no longer counts, and what was returned: the newest first. */
export function ReviewHistory({ review: { signatures, returns, round } }: { review: Review }) {
  const t = useTexts()
  const past = [
    ...signatures
      .filter(({ valid }) => !valid)
      .map((signature) => ({
        key: `signed ${signature.stage} ${signature.at.toISOString()}`,
        at: signature.at,
        name: signature.name,
        what: `${t(`common.stage.${signature.stage}`)} · ${t('review.on-version', { number: signature.revision })} · ${t(`review.void.${whyVoid(signature, round)}`)}`,
        words: signature.note,
      })),
    ...returns.map(({ at, name, reason }) => ({
      key: `returned ${at.toISOString()}`,
      at,
      name,
      what: t('review.returned'),
      words: reason,
    })),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime())
  if (past.length === 0) return null
  return (
    <section>
      <h2 className="text-14 font-semibold">{t('review.history')}</h2>
      <ul className="mt-2">
        {past.map(({ key, at, name, what, words }) => (
          <li key={key} className="border-t border-line py-2 text-13 text-muted">
            <p className="flex items-baseline gap-3">
              <span className="flex-1 text-ink">{name}</span>
              <When at={at} />
            </p>
            <p>{what}</p>
            {words && <p className="mt-1 whitespace-pre-wrap text-ink">{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function whyVoid({ voidReason, round: of }: SignatureShown, round: number): 'edited' | 'returned' | 'old' | 'other' {
  if (voidReason === 'edited' || voidReason === 'returned') return voidReason
  return of < round ? 'old' : 'other'
}
