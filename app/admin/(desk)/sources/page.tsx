import type { Metadata } from 'next'
import { merge, savePerson, saveSource, takeMergeBack } from '@/app/admin/(desk)/categories/actions'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { KindLinks } from '@/components/desk/taxonomy/kind-links'
import { Merges } from '@/components/desk/taxonomy/merges'
import { NameFilter, NextPage } from '@/components/desk/taxonomy/name-filter'
import { PersonRegister } from '@/components/desk/taxonomy/person-register'
import { SourceRegister } from '@/components/desk/taxonomy/source-register'
import { PageHead } from '@/components/desk/ui/page-head'
import { readOne } from '@/newsroom/read-params'
import { findPeople } from '@/server/queries/find-people'
import { listMerges } from '@/server/queries/list-merges'
import { listNames } from '@/server/queries/list-names'

const PATH = '/admin/sources'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('taxonomy.sources.title') }
}

/** Where texts come from, and who writes them: outlets, and the people of bylines. */
export default async function Page({ searchParams }: PageProps<'/admin/sources'>) {
  await requireDesk('manage-taxonomy', PATH)
  const query = await searchParams
  const kind = readOne(query, 'kind') === 'person' ? 'person' : 'source'
  const text = readOne(query, 'q') ?? ''
  const after = readOne(query, 'after') ?? undefined
  const [t, page, merges] = await Promise.all([
    requestTexts(),
    listNames(kind, { text, ...(after && { after }) }),
    listMerges(kind),
  ])
  const ids = page.items.map(({ id }) => id)
  const param = kind === 'person' ? 'author' : 'source'
  const articlesOf = Object.fromEntries(ids.map((id) => [id, `/admin/articles?${param}=${id}`]))
  const own = { kind }
  return (
    <>
      <PageHead title={t('taxonomy.sources.title')} lead={t('taxonomy.sources.lead')} />
      <KindLinks t={t} path={PATH} kind={kind} />
      <NameFilter t={t} path={PATH} query={own} text={text} />
      {kind === 'source' && <SourceRegister rows={page.items} articlesOf={articlesOf} merge={merge} save={saveSource} />}
      {kind === 'person' && (
        <PersonRegister
          rows={page.items}
          articlesOf={articlesOf}
          people={await findPeople(ids)}
          merge={merge}
          save={savePerson}
        />
      )}
      <NextPage t={t} path={PATH} query={{ ...own, ...(text && { q: text }) }} next={page.next} />
      <Merges merges={merges} takeBack={takeMergeBack} />
    </>
  )
}
