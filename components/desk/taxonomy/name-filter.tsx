import Link from 'next/link'
import { Button, ButtonLink } from '@/components/desk/ui/button'
import { TextInput } from '@/components/desk/ui/field'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'

interface Props {
  t: DeskTexts
  path: string
  query: Readonly<Record<string, string>>
  text: string
  /** there is a way to see only what nothing carries */
  unused?: boolean
}

/** Search within a register: a plain form, so that it works before any script has come. */
export function NameFilter({ t, path, query, text, unused }: Props) {
  const address = (change: Record<string, string>) => `${path}?${new URLSearchParams({ ...query, ...change })}`
  return (
    <form action={path} className="mb-4 flex flex-wrap items-center gap-3">
      {Object.entries(query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        name="q"
        type="search"
        aria-label={t('taxonomy.search')}
        placeholder={t('taxonomy.search')}
        defaultValue={text}
        className="min-w-48 flex-1 sm:max-w-80"
        data-page-search
      />
      <Button type="submit">{t('common.search')}</Button>
      {unused !== undefined && (
        <Link href={address(unused ? {} : { unused: '1' })} className="text-14 underline decoration-line underline-offset-4">
          {t(unused ? 'taxonomy.unused.all' : 'taxonomy.unused.only')}
        </Link>
      )}
    </form>
  )
}

/** On to the next page of a register. */
export function NextPage({
  t,
  path,
  query,
  next,
}: {
  t: DeskTexts
  path: string
  query: Record<string, string>
  next: string | null
}) {
  if (next === null) return null
  return (
    <p className="mt-6">
      <ButtonLink href={`${path}?${new URLSearchParams({ ...query, after: next })}`}>{t('taxonomy.next')}</ButtonLink>
    </p>
  )
}
