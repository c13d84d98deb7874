import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentSite } from '@/app/(site)/site'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { ArticleEditor } from '@/components/desk/editor/article-editor'
import { findEditorArticle } from '@/server/queries/find-editor-article'
import { EDITOR_ACTIONS } from './editor-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('editor.title') }
}

/** An article where it is written. */
export default async function Page({ params }: PageProps<'/admin/articles/[id]'>) {
  const { id } = await params
  const staff = await requireStaff(`/admin/articles/${id}`)
  const article = await findEditorArticle(staff, id)
  if (!article) notFound()
  const { id: staffId, name, role, desk } = staff
  return (
    <ArticleEditor
      key={id}
      opened={article}
      site={currentSite()}
      member={{ id: staffId, name, role, desk }}
      actions={EDITOR_ACTIONS}
    />
  )
}
