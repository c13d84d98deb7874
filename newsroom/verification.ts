import { z } from 'zod'

/** The search engines that ask for a mark on the pages, by the name of their meta tag. */
export const VERIFICATIONS = [
  'baidu-site-verification',
  'sogou_site_verification',
  '360-site-verification',
  'shenma-site-verification',
  'bytedance-verification-code',
  'msvalidate.01',
  'google-site-verification',
] as const
export type Verification = Partial<Record<(typeof VERIFICATIONS)[number], string>>

const CODE = /^[A-Za-z0-9_\-.=+/]{1,200}$/
const TAG = /^<meta\s[^>]*\bcontent\s*=\s*["']?([^"'\s>]+)(?=["'\s>])[^>]*>$/i

/** What an engine gave: the code itself, or the whole tag with the code in it. */
const verificationCode = (given: string): string => TAG.exec(given.trim())?.[1] ?? given.trim()

const code = z
  .string()
  .max(500)
  .transform(verificationCode)
  .refine((text) => text === '' || CODE.test(text), 'verification')

/** Only what is filled in is kept. */
export const verification = z
  .partialRecord(z.enum(VERIFICATIONS), code)
  .transform((given): Verification => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')))
