import { tokenHash } from './link-token'

export const RESET_PREFIX = 'reset-password:'

/** Under what a link to a new password is kept among the verifications. */
export const resetIdentifier = (token: string): string => `${RESET_PREFIX}${tokenHash(token)}`
