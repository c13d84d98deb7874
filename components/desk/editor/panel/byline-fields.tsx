'use client'
import { useState } from 'react'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import type { BylineRole } from '@/newsroom/article'
import type { DraftContent } from '@/newsroom/desk/draft'
import { NamedField } from './named-field'

const ROLES: readonly BylineRole[] = ['reporter', 'correspondent', 'author', 'photographer', 'editor', 'proofreader']
const ALWAYS: ReadonlySet<BylineRole> = new Set(['reporter', 'editor'])

/** 署名, a field a role; who is named first stands first. */
export function BylineFields() {
  const { content, set, editable, actions } = useEditor()
  const t = useTexts()
  const [all, setAll] = useState(false)
  const has = (role: BylineRole) => content.bylines.some((byline) => byline.role === role)
  const shown = ROLES.filter((role) => all || ALWAYS.has(role) || has(role))
  return (
    <div id={fieldId('bylines')} className="flex flex-col gap-4">
      {shown.map((role) => (
        <NamedField
          key={role}
          kind="people"
          label={t(`fields.byline.${role}`)}
          multiple
          ids={content.bylines.filter((byline) => byline.role === role).map(({ personId }) => personId)}
          onChange={(ids) => set({ bylines: withRole(content.bylines, role, ids) })}
          create={actions.createPerson}
          placeholder={t('fields.placeholder.person')}
        />
      ))}
      {editable && shown.length < ROLES.length && (
        <Button kind="quiet" className="self-start" onClick={() => setAll(true)}>
          {t('editor.more-bylines')}
        </Button>
      )}
    </div>
  )
}

/** All roles in their usual order, one of them with these people. */
function withRole(bylines: DraftContent['bylines'], role: BylineRole, ids: readonly number[]): DraftContent['bylines'] {
  return ROLES.flatMap((each) =>
    each === role ? ids.map((personId) => ({ personId, role })) : bylines.filter((byline) => byline.role === each),
  )
}
