import type { IncomingMessage } from 'node:http'

const SESSION = /(?:^|[;\s])(?:__\w+-)?broadsheet\.session=/

/**
 * Whether somebody who signed in asks. Not proof of it: whoever makes the cookie up makes readers' renders take turns, which go on
 * all the same.
 */
export const isOfStaff = (req: IncomingMessage): boolean => SESSION.test(req.headers.cookie ?? '')
