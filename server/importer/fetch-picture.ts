import { bodyOf, checkedRequest, type IsAllowed } from '@/server/checked-request'
import { isPublicAddress } from '@/server/public-address'

export interface FetchLimits {
  mostBytes: number
  timeoutMs: number
  mostRedirects: number
  isAllowed: IsAllowed
}

const LIMITS: FetchLimits = { mostBytes: 10_000_000, timeoutMs: 10_000, mostRedirects: 5, isAllowed: isPublicAddress }

/** The bytes of a picture on the public internet, each hop checked; throws with a reason fit for a report. */
export async function fetchPicture(address: string, limits: Partial<FetchLimits> = {}): Promise<Buffer> {
  const { mostBytes, timeoutMs, mostRedirects, isAllowed } = { ...LIMITS, ...limits }
  const signal = AbortSignal.timeout(timeoutMs)
  let url = new URL(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await checkedRequest(url, { signal, isAllowed, headers: { accept: 'image/*' } })
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location && URL.canParse(headers.location, url)) {
      response.destroy()
      url = new URL(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new Error(`${url.host} answers ${statusCode}`)
    }
    return await bodyOf(response, { mostBytes })
  }
  throw new Error(`more than ${mostRedirects} redirects`)
}
