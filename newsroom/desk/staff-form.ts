import { z } from 'zod'
import { legible } from '@/newsroom/html/html-tree'
import { ROLES, type Role } from './staff'

export const emailAddress = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.toLowerCase())
  .pipe(z.email())

export const personName = z
  .string()
  .transform((text) => legible(text).replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(60))

/** What a place on the staff comes with. No category: the whole paper. */
export const place = z.object({
  role: z.enum(ROLES as [Role, ...Role[]]),
  categoryIds: z.array(z.coerce.number().int().positive()).max(200),
})

export const invitation = place.extend({ email: emailAddress, name: personName })

export type Place = z.output<typeof place>
export type InvitationInput = z.output<typeof invitation>
