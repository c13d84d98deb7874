import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { Comparison } from '@/components/desk/revisions/comparison'
import { differenceOf } from '@/components/desk/revisions/difference'
import { RevisionList } from '@/components/desk/revisions/revision-list'
import { pairOf, readVersion, type Version } from '@/components/desk/revisions/versions'
import { Empty } from '@/components/desk/ui/empty'
import { PageHead } from '@/components/desk/ui/page-head'
import type { DraftContent } from '@/newsroom/desk/draft'
import { type Query, readOne } from '@/newsroom/read-params'
import { findDraft } from '@/server/queries/find-draft'
import { findDraftLabels } from '@/server/queries/find-draft-labels'
import { findRevision } from '@/server/queries/find-revision'
import { listRevisions } from '@/server/queries/list-revisions'
import { restoreRevisionAction } from './actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('revisions.title') }
}

/** What became of a text: its versions, any two of them side by side or in one, each to be brought back. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const staff = await requireStaff(`/admin/articles/${id}/revisions`)
  const [draft, lines, query] = await Promise.all([findDraft(staff, id), listRevisions(staff, id), searchParams])
  if (!draft) notFound()
  const t = await requestTexts()
  const hasOwnDraft = draft.version > 0 && !lines.some(({ isDraft }) => isDraft)
  const versions: Version[] = [...(hasOwnDraft ? (['draft'] as const) : []), ...lines.map(({ number }) => number)]
  const pair = pairOf(versions, { from: readVersion(readOne(query, 'from')), to: readVersion(readOne(query, 'to')) })
  const form = readOne(query, 'as') === 'side' ? 'side' : 'inline'

  const textOf = async (version: Version) => {
    const content: DraftContent | undefined =
      version === 'draft' ? draft.content : (await findRevision(staff, id, version))?.content
    return content && { content, labels: await findDraftLabels(content) }
  }
  const [before, after] = pair ? await Promise.all([textOf(pair.from), textOf(pair.to)]) : []
  return (
    <>
      <PageHead
        title={t('revisions.title')}
        lead={
          <Link href={`/admin/articles/${id}`} className="underline decoration-line underline-offset-4 hover:decoration-ink">
            {draft.content.headline || t('revisions.back')}
          </Link>
        }
      />
      {versions.length === 0 && <Empty title={t('revisions.title')} text={t('revisions.empty')} />}
      <div className="grid items-start gap-x-12 gap-y-8 desktop:grid-cols-[22rem_minmax(0,1fr)]">
        <RevisionList
          articleId={id}
          lines={lines}
          draft={hasOwnDraft ? { savedAt: draft.savedAt, savedByName: draft.savedByName } : null}
          pair={pair}
          form={form}
          restorable={draft.permissions.edit === null ? { version: draft.version, restore: restoreRevisionAction } : null}
        />
        {pair && before && after && (
          <Comparison t={t} articleId={id} pair={pair} form={form} difference={differenceOf(t, before, after)} />
        )}
      </div>
    </>
  )
}
