import { trustedTypes } from '@/components/desk/trusted-types'
import { TRUSTED_TYPES } from '@/newsroom/desk/trusted-types'
import { cleanHtml } from '@/newsroom/html/clean-html'

const policy = trustedTypes?.createPolicy(TRUSTED_TYPES.CLEAN, { createHTML: cleanHtml })

/** What a part of the page may be made of: HTML of anyone's making, cut to the allow-list. A string where nothing asks for more. */
export function cleanMarkup(html: string): string {
  return (policy ? policy.createHTML(html) : cleanHtml(html)) as string
}
