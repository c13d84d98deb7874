import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentSite } from '@/app/(site)/site'
import { EDITOR_ACTIONS } from '@/app/admin/(desk)/articles/[id]/editor-actions'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { ArticleEditor } from '@/components/desk/editor/article-editor'
import { isArticleId, newArticleId } from '@/newsroom/article-id'
import { beginArticle, findEditorArticle } from '@/server/queries/find-editor-article'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('editor.new') }
}

/** A blank sheet. Its article begins with the first save; `?id=` goes on with one that this browser holds and no server got. */
export default async function Page({ searchParams }: PageProps<'/admin/articles/new'>) {
  const staff = await requireStaff('/admin/articles/new')
  const { id: asked } = await searchParams
  const held = typeof asked === 'string' && isArticleId(asked) ? asked : null
  if (held && (await findEditorArticle(staff, held))) redirect(`/admin/articles/${held}`)
  const article = await beginArticle(staff, held ?? newArticleId(randomBytes(8)))
  const { id, name, role, desk } = staff
  return (
    <ArticleEditor
      key={article.id}
      opened={article}
      site={currentSite()}
      member={{ id, name, role, desk }}
      actions={EDITOR_ACTIONS}
    />
  )
}
