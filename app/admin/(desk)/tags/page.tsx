import type { Metadata } from 'next'
import { merge, removeUnusedTags, saveTag, takeMergeBack } from '@/app/admin/(desk)/categories/actions'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { Merges } from '@/components/desk/taxonomy/merges'
import { NameFilter, NextPage } from '@/components/desk/taxonomy/name-filter'
import { TagRegister } from '@/components/desk/taxonomy/tag-register'
import { PageHead } from '@/components/desk/ui/page-head'
import { readOne } from '@/newsroom/read-params'
import { listMerges } from '@/server/queries/list-merges'
import { listNames } from '@/server/queries/list-names'

const PATH = '/admin/tags'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('taxonomy.tags.title') }
}

export default async function Page({ searchParams }: PageProps<'/admin/tags'>) {
  await requireDesk('manage-taxonomy', PATH)
  const query = await searchParams
  const text = readOne(query, 'q') ?? ''
  const unused = readOne(query, 'unused') === '1'
  const after = readOne(query, 'after') ?? undefined
  const [t, page, merges] = await Promise.all([
    requestTexts(),
    listNames('tag', { text, unused, ...(after && { after }) }),
    listMerges('tag'),
  ])
  return (
    <>
      <PageHead title={t('taxonomy.tags.title')} lead={t('taxonomy.tags.lead')} />
      <NameFilter t={t} path={PATH} query={unused ? { unused: '1' } : {}} text={text} unused={unused} />
      <TagRegister
        rows={page.items}
        articlesOf={Object.fromEntries(page.items.map(({ id }) => [id, `/admin/articles?tag=${id}`]))}
        merge={merge}
        save={saveTag}
        removeUnused={removeUnusedTags}
      />
      <NextPage t={t} path={PATH} query={{ ...(text && { q: text }), ...(unused && { unused: '1' }) }} next={page.next} />
      <Merges merges={merges} takeBack={takeMergeBack} />
    </>
  )
}
