import { z } from 'zod'

/** What a token may do with what it delivers: leave drafts for the desk, or put it before readers. */
export const TOKEN_SCOPES = ['ingest:draft', 'ingest:publish'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Tells a token from any other secret that lies about. */
export const TOKEN_MARK = 'bs_'
/** So much of it is kept, to recognise it by: no help in guessing the rest. */
const PREFIX_CHARACTERS = 9
export const tokenPrefix = (token: string): string => token.slice(0, PREFIX_CHARACTERS)

const DAY = /^\d{4}-\d\d-\d\d$/

export const newApiToken = z.object({
  name: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .refine((text) => text.length >= 1 && text.length <= 60, 'name-missing'),
  wire: z
    .string()
    .trim()
    .refine((text) => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/.test(text), 'token.wire'),
  publish: z.boolean(),
  /** none: every category */
  categoryIds: z.array(z.number().int().positive()).max(200),
  /** the last day it is good for; "": no end */
  until: z.string().refine((text) => text === '' || DAY.test(text), 'token.until'),
})
export type NewApiToken = z.output<typeof newApiToken>
