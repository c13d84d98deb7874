'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { Head, Table, Td, Tr } from '@/components/desk/ui/data-table'
import { Empty } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import { Menu } from '@/components/desk/ui/menu'
import { onDemand } from '@/components/desk/ui/on-demand'
import { PageHead } from '@/components/desk/ui/page-head'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { CategoryInput } from '@/newsroom/desk/taxonomy'
import type { Merge } from './merge-dialog'
import { moved } from './moved'

const CategoryDialog = onDemand(async () => (await import('./category-dialog')).CategoryDialog)
const MergeDialog = onDemand(async () => (await import('./merge-dialog')).MergeDialog)

export interface Category extends CategoryInput {
  id: number
  archiveName: string | null
  depth: number
  articles: number
  desk: string[]
}

interface Props {
  categories: readonly Category[]
  save(id: number | null, input: CategoryInput): Promise<Outcome<{ id: number }>>
  order(ids: number[]): Promise<Outcome>
  merge: Merge
}

/** The paper's sections as a tree: order, names, addresses, how many reviews each asks for. */
export function CategoryTree({ categories, save, order, merge }: Props) {
  const t = useTexts()
  const [edited, setEdited] = useState<Category | 'new' | null>(null)
  const [merged, setMerged] = useState<Category | null>(null)
  const ordering = useAction(order)
  const siblings = ({ parentId }: Category) => categories.filter((other) => other.parentId === parentId).map(({ id }) => id)
  const move = (category: Category, by: -1 | 1) => void ordering.run(moved(siblings(category), category.id, by))

  return (
    <>
      <PageHead
        title={t('taxonomy.categories.title')}
        lead={t('taxonomy.categories.lead')}
        actions={
          <Button kind="primary" onClick={() => setEdited('new')}>
            {t('taxonomy.categories.new')}
          </Button>
        }
      />
      <FaultList errors={ordering.errors} />
      {categories.length === 0 && (
        <Empty title={t('taxonomy.categories.empty-title')} text={t('taxonomy.categories.empty-text')} />
      )}
      {categories.length > 0 && (
        <Table label={t('taxonomy.categories.title')}>
          <Head
            columns={[
              t('taxonomy.name'),
              t('taxonomy.address'),
              t('taxonomy.categories.stages'),
              t('taxonomy.categories.desk'),
              { numeric: t('taxonomy.uses') },
            ]}
            actions={t('taxonomy.actions')}
          />
          <tbody>
            {categories.map((category) => (
              <Tr key={category.id} className="*:align-middle">
                <Td style={{ paddingInlineStart: `${category.depth * 24}px` }} className="min-w-40 font-medium">
                  {category.name}
                </Td>
                <Td>
                  <a href={`/category/${encodeURIComponent(category.slug)}`} className="text-muted hover:underline">
                    /category/{category.slug}
                  </a>
                </Td>
                <Td className="whitespace-nowrap">{t(`taxonomy.stages.${stagesKey(category.reviewStages)}`)}</Td>
                <Td className="text-muted">{category.desk.join('、') || t('common.none')}</Td>
                <Td numeric>{t('taxonomy.count', { count: category.articles, more: category.articles >= 1000 ? '+' : '' })}</Td>
                <Td className="w-px py-1 whitespace-nowrap">
                  <Menu
                    label={t('taxonomy.actions-for', { name: category.name })}
                    trigger="⋯"
                    items={[
                      { label: t('common.edit'), onSelect: () => setEdited(category) },
                      ...(siblings(category)[0] === category.id
                        ? []
                        : [{ label: t('taxonomy.up'), onSelect: () => move(category, -1) }]),
                      ...(siblings(category).at(-1) === category.id
                        ? []
                        : [{ label: t('taxonomy.down'), onSelect: () => move(category, 1) }]),
                      { label: t('taxonomy.merge.action'), onSelect: () => setMerged(category) },
                    ]}
                  />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {edited && (
        <CategoryDialog
          category={edited === 'new' ? null : edited}
          categories={categories}
          save={save}
          onClose={() => setEdited(null)}
        />
      )}
      <MergeDialog
        kind="category"
        from={merged && { id: merged.id, name: merged.name, uses: merged.articles }}
        onClose={() => setMerged(null)}
        merge={merge}
      />
    </>
  )
}

const stagesKey = (count: number) => (['0', '1', '2', '3'] as const)[count] ?? '3'
