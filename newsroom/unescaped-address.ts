import { readAddress } from './page-address'

const LINE = /^(?:GET|HEAD) (\/[\x21-\x7e\x80-\xff]*) HTTP\/1\.[01]$/
const LONGEST = 2_200
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Some old clients and robots send the letters of an address as they are, in UTF-8. Node's parser refuses such a request line, so
 * it is read from what came over the wire: answers where the same address is found in its one spelling, or null for whatever else
 * was refused. `refusedAt`: the byte the parser stopped at, which must lie in the first line.
 */
export function unescapedAddress(packet: Uint8Array, refusedAt: number): string | null {
  const end = packet.indexOf(0x0d)
  if (end < 0 || end > LONGEST || refusedAt > end) return null
  const line = packet.subarray(0, end)
  const [, target] = LINE.exec(Buffer.from(line).toString('latin1')) ?? []
  if (target === undefined || !line.some((byte) => byte >= 0x80) || !isUtf8(line)) return null
  const address = readAddress(target)
  if (address.way === 'page') return address.key
  return address.way === 'redirect' ? address.to : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes)
    return true
  } catch {
    return false
  }
}
