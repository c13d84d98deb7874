import { fromOwnOrigin } from '@/server/session'

/** Whether a request that changes something comes from a page of this site: every route handler of the desk asks first. */
export const sameOrigin = (request: Request): boolean => fromOwnOrigin(request.headers)
