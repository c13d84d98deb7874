'use client'
import { useCallback, useEffect, useState } from 'react'
import type { PreviewLinkLine } from '@/components/desk/editor/editor-actions'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, Select, TextInput } from '@/components/desk/ui/field'
import { When } from '@/components/desk/ui/when'

const HOURS = [24, 72, 168, 720]

/** Addresses by which somebody outside sees the draft for a time. */
export function PreviewLinks() {
  const { article, actions, site } = useEditor()
  const t = useTexts()
  const [hours, setHours] = useState(72)
  const [made, setMade] = useState('')
  const [isCopied, setIsCopied] = useState(false)
  const [links, setLinks] = useState<readonly PreviewLinkLine[]>([])
  const sharing = useAction(actions.sharePreview)
  const ending = useAction(actions.revokePreview)

  const list = useCallback(async () => {
    const listed = await actions.listPreviews(article.id).catch(() => null)
    if (listed?.ok) setLinks(listed.links)
  }, [actions, article.id])
  useEffect(() => void list(), [list])

  const share = async () => {
    const shared = await sharing.run(article.id, hours)
    if (!shared.ok) return
    const address = new URL(shared.path, site.url).href
    setMade(address)
    setIsCopied(await copy(address))
    await list()
  }
  const end = async (id: string) => {
    await ending.run(article.id, id)
    await list()
  }
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h3 className="text-14 font-semibold">{t('editor.links.title')}</h3>
      <p className="mt-1 text-13 text-muted">{t('editor.links.text')}</p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <Field label={t('editor.links.lasts')}>
          {(ids) => (
            <Select
              {...ids}
              value={hours}
              onChange={(event) => setHours(Number(event.target.value))}
              options={HOURS.map((each) => ({ value: String(each), label: t('editor.links.days', { count: each / 24 }) }))}
            />
          )}
        </Field>
        <Button busy={sharing.busy} onClick={share}>
          {t('editor.links.make')}
        </Button>
      </div>
      {made && (
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <div className="min-w-60 flex-1">
            <Field label={t('editor.links.address')} hint={t(isCopied ? 'editor.links.copied' : 'editor.links.once')}>
              {(ids) => <TextInput {...ids} readOnly value={made} onFocus={(event) => event.target.select()} />}
            </Field>
          </div>
        </div>
      )}
      <FaultList errors={[...sharing.errors, ...ending.errors]} />
      <ul className="mt-3">
        {links.map(({ id, createdByName, expiresAt }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-4 border-t border-line text-14">
            <span className="flex-1">
              {createdByName} · {t('editor.links.until')} <When at={expiresAt} style="full" />
            </span>
            <Button kind="quiet" busy={ending.busy} onClick={() => end(id)}>
              {t('editor.links.end')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const copy = async (text: string) =>
  (await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )) ?? false
