'use client'
import { createContext, useContext } from 'react'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { EditorArticle } from '@/newsroom/desk/editor-article'
import type { DeskMember } from '@/newsroom/desk/staff'
import type { Site } from '@/newsroom/site'
import type { EditorActions } from './editor-actions'
import type { Names } from './names'
import type { LeadWords } from './sheet/use-lead-words'

/** A place that something said to be missing can be found at. */
export type FieldName = keyof DraftContent | 'plannedFor' | 'embargoUntil' | 'publishAt' | 'unpublishAt'

export interface Editor {
  /** as the server last told it; its text is older than `content` */
  article: EditorArticle
  content: DraftContent
  set(patch: Partial<DraftContent>): void
  /** whether fields take words now */
  editable: boolean
  names: Names
  /** what is said of the lead, as it is typed */
  lead: LeadWords
  site: Site
  member: DeskMember
  /** of this tab */
  clientId: string
  /** saves what is written; true: the server has everything */
  save(): Promise<boolean>
  /** asks the server how things stand */
  look(): Promise<void>
  /** opens the place of a field and puts the cursor into it */
  goTo(field: FieldName): void
  actions: EditorActions
}

const Context = createContext<Editor | null>(null)

export const EditorProvider = Context

/** The article being edited, for everything that stands around it. */
export function useEditor(): Editor {
  const editor = useContext(Context)
  if (!editor) throw new Error('stands inside EditorProvider')
  return editor
}

/** The element that a field is written in, so that what is said to be missing leads there. */
export const fieldId = (field: FieldName) => `field-${field}`
