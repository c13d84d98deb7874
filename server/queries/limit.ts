import { Prisma } from '@/generated/prisma/client'

/**
 * `LIMIT` as part of the statement's text, for numbers that stand in the code: a plan made once for all values of a parameter would
 * reckon with a tenth of the table.
 */
export const limit = (rows: number): Prisma.Sql => Prisma.raw(`LIMIT ${rows}`)
