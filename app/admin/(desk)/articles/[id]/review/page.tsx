import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import {
  addCommentAction,
  framePreviewAction,
  publishAction,
  resolveCommentAction,
  returnAction,
  signAction,
} from '@/app/admin/(desk)/articles/[id]/actions'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { ReviewDesk } from '@/components/desk/review/review-desk'
import { differenceOf } from '@/components/desk/revisions/difference'
import { PageHead } from '@/components/desk/ui/page-head'
import { StateChip } from '@/components/desk/ui/state-chip'
import type { Review } from '@/newsroom/desk/article-review'
import { type Query, readOne } from '@/newsroom/read-params'
import { findDraft } from '@/server/queries/find-draft'
import { findDraftLabels } from '@/server/queries/find-draft-labels'
import { findReview } from '@/server/queries/find-review'
import { findRevision } from '@/server/queries/find-revision'
import { listComments } from '@/server/queries/list-comments'
import { listRevisions } from '@/server/queries/list-revisions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

const ACTIONS = {
  sign: signAction,
  giveBack: returnAction,
  publish: publishAction,
  frame: framePreviewAction,
  addComment: addCommentAction,
  resolveComment: resolveCommentAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('review.title') }
}

/** Review is reading: the article as it will stand, signatures and comments beside it. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const staff = await requireStaff(`/admin/articles/${id}/review`)
  const [review, draft] = await Promise.all([findReview(staff, id), findDraft(staff, id)])
  if (!review || !draft) notFound()
  const [t, threads, revisions] = await Promise.all([requestTexts(), listComments(staff, id), listRevisions(staff, id)])
  const bases = {
    live: draft.liveHash === review.contentHash ? undefined : revisions.find(({ isLive }) => isLive)?.number,
    signed: lastSigned(review),
  }
  const asked = readOne(await searchParams, 'show')
  const show = (asked === 'live' || asked === 'signed') && bases[asked] !== undefined ? asked : 'read'
  const base = show === 'read' ? null : await findRevision(staff, id, bases[show] ?? 0)
  const difference =
    base &&
    differenceOf(
      t,
      { content: base.content, labels: await findDraftLabels(base.content) },
      { content: draft.content, labels: draft.labels },
    )
  return (
    <>
      <PageHead
        title={<span className="font-serif">{review.headline || t('review.untitled')}</span>}
        lead={
          <span className="flex flex-wrap gap-x-4">
            <Link href="/admin/review" className="underline decoration-line underline-offset-4 hover:decoration-ink">
              {t('review.back')}
            </Link>
            <StateChip workflow={review.workflow} publication={review.publication} />
            {draft.labels.categories[0] && <span>{draft.labels.categories[0].path.join(' › ')}</span>}
          </span>
        }
      />
      <ReviewDesk
        review={review}
        permissions={draft.permissions}
        threads={threads}
        shown={{ show, others: (['live', 'signed'] as const).filter((each) => bases[each] !== undefined), difference }}
        actions={ACTIONS}
      />
    </>
  )
}

/** The version that somebody signed last, where it is not the text as it is now. */
function lastSigned({ signatures }: Review): number | undefined {
  const last = signatures.at(-1)
  return last && !last.valid ? last.revision : undefined
}
