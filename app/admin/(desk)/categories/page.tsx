import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { CategoryTree } from '@/components/desk/taxonomy/category-tree'
import { Merges } from '@/components/desk/taxonomy/merges'
import { listCategoryTree } from '@/server/queries/list-category-tree'
import { listMerges } from '@/server/queries/list-merges'
import { merge, saveCategory, saveCategoryOrder, takeMergeBack } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('taxonomy.categories.title') }
}

export default async function Page() {
  await requireDesk('manage-taxonomy', '/admin/categories')
  const [categories, merges] = await Promise.all([listCategoryTree(), listMerges('category')])
  return (
    <>
      <CategoryTree categories={categories} save={saveCategory} order={saveCategoryOrder} merge={merge} />
      <Merges merges={merges} takeBack={takeMergeBack} />
    </>
  )
}
