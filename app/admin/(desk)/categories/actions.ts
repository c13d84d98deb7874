'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { categoryInput, MERGE_KINDS, personInput, sourceInput, tagInput } from '@/newsroom/desk/taxonomy'
import { changeCategory, orderCategories } from '@/server/commands/change-category'
import { changePerson } from '@/server/commands/change-person'
import { changeSource } from '@/server/commands/change-source'
import { changeTag, deleteUnusedTags } from '@/server/commands/change-tag'
import { mergeNames } from '@/server/commands/merge-names'
import { undoMerge } from '@/server/commands/undo-merge'

const id = z.number().int().positive()

/** Runs the command, and draws anew whatever shows names. */
async function doing<Input, Value extends object>(
  shape: z.ZodType<Input>,
  sent: unknown,
  command: (actor: StaffActor, input: Input) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const outcome = await act(shape, sent, command)
  if (outcome.ok) revalidatePath('/admin', 'layout')
  return outcome
}

const idAnd = <Input>(input: z.ZodType<Input>) => z.tuple([id, input])

export async function saveCategory(categoryId: number | null, input: unknown): Promise<Outcome<{ id: number }>> {
  return await doing(z.tuple([id.nullable(), categoryInput]), [categoryId, input], (actor, [which, read]) =>
    changeCategory(actor, which, read),
  )
}

export async function saveCategoryOrder(ids: number[]): Promise<Outcome> {
  return await doing(z.array(id).max(1_000), ids, orderCategories)
}

export async function saveTag(tagId: number, input: unknown): Promise<Outcome> {
  return await doing(idAnd(tagInput), [tagId, input], (actor, [which, read]) => changeTag(actor, which, read))
}

export async function removeUnusedTags(ids: number[]): Promise<Outcome<{ count: number }>> {
  return await doing(z.array(id).max(1_000), ids, deleteUnusedTags)
}

export async function saveSource(sourceId: number, input: unknown): Promise<Outcome> {
  return await doing(idAnd(sourceInput), [sourceId, input], (actor, [which, read]) => changeSource(actor, which, read))
}

export async function savePerson(personId: number, input: unknown): Promise<Outcome> {
  return await doing(idAnd(personInput), [personId, input], (actor, [which, read]) => changePerson(actor, which, read))
}

export async function merge(input: unknown): Promise<Outcome<{ mergeId: number }>> {
  return await doing(z.object({ kind: z.enum(MERGE_KINDS), fromId: id, intoId: id }), input, mergeNames)
}

export async function takeMergeBack(mergeId: number): Promise<Outcome> {
  return await doing(id, mergeId, undoMerge)
}
