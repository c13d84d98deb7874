import type { Problem } from './answers'

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

/** An error as RFC 9457 has it: the status says what kind, `detail` and `errors` what in this case. */
export const problemOf = (status: number, more: Omit<Problem, 'type' | 'title' | 'status'> = {}): Problem => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Error',
  status,
  ...more,
})
