import type { TrustedTypePolicyFactory } from 'trusted-types'
import { isOwnScript, TRUSTED_TYPES } from '@/newsroom/desk/trusted-types'

/** Browsers that know no Trusted Types have none. */
export const trustedTypes = (globalThis as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes

/**
 * For whoever hands over plain text: the framework's loader, which adds scripts of ours, and the editor's, which adds a style. Neither
 * makes an element of text.
 */
export function guardPage(): void {
  trustedTypes?.createPolicy(TRUSTED_TYPES.DEFAULT, {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Markup is made of text by components/desk/editor/body/clean-markup.ts only')
      return text
    },
    createScriptURL: (address) => {
      if (!isOwnScript(address, location.href)) throw new TypeError(`${address} is no script of this site`)
      // As it was given: the loader knows its scripts by it.
      return address
    },
  })
}
