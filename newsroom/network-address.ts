/** IPv4 and IPv6 addresses as numbers: what lies in which network. */

interface Network {
  bits: 32 | 128
  value: bigint
  prefix: number
}

/** An address as a number; IPv4 inside IPv6 (::ffff:192.0.2.1) is IPv4. Null: no address. */
function readAddress(text: string): { bits: 32 | 128; value: bigint } | null {
  const plain = text.trim().replace(/^\[|\]$|%.*$/gs, '')
  const v4 = readIpv4(plain)
  if (v4 !== null) return { bits: 32, value: v4 }
  const v6 = readIpv6(plain)
  if (v6 === null) return null
  return v6 >> 32n === 0xffffn ? { bits: 32, value: v6 & 0xffffffffn } : { bits: 128, value: v6 }
}

function readIpv4(text: string): bigint | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null
  const bytes = text.split('.').map(Number)
  if (bytes.some((byte) => byte > 255)) return null
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

function readIpv6(text: string): bigint | null {
  if (!/^[0-9a-f:]*(\d{1,3}(\.\d{1,3}){3})?$/i.test(text) || !text.includes(':')) return null
  const tail = /(?<![\d.])[\d.]+$/.exec(text)?.[0] ?? ''
  const ending = tail.includes('.') ? readIpv4(tail) : null
  if (tail.includes('.') && ending === null) return null
  const groups =
    ending === null ? text : text.slice(0, -tail.length) + [ending >> 16n, ending & 0xffffn].map((n) => n.toString(16)).join(':')
  const halves = groups.split('::')
  if (halves.length > 2) return null
  const [left = [], right] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - left.length - (right?.length ?? 0)
  if (right === undefined ? missing !== 0 : missing < 1) return null
  const all = [...left, ...Array<string>(right ? missing : 0).fill('0'), ...(right ?? [])]
  if (all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null
  return all.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n)
}

/** `192.0.2.0/24`, `2001:db8::/32`, or a single address. Null: neither. */
function readNetwork(text: string): Network | null {
  const [base = '', length] = text.split('/')
  const address = readAddress(base)
  if (!address) return null
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null
  const prefix = length === undefined ? address.bits : Number(length)
  return prefix <= address.bits ? { ...address, prefix } : null
}

export const isNetwork = (text: string): boolean => readNetwork(text) !== null
export const isAddress = (text: string): boolean => readAddress(text) !== null

export function isInside(address: string, network: string): boolean {
  const given = readAddress(address)
  const range = readNetwork(network)
  if (!given || !range || given.bits !== range.bits) return false
  const rest = BigInt(range.bits - range.prefix)
  return given.value >> rest === range.value >> rest
}

/** What stands for one visitor in counting: an IPv4 address, or the /64 that an IPv6 customer gets. */
export function networkOf(address: string): string {
  const given = readAddress(address)
  if (!given) return 'unknown'
  if (given.bits === 128) return `${(given.value >> 64n).toString(16).padStart(16, '0')}/64`
  return [24n, 16n, 8n, 0n].map((shift) => (given.value >> shift) & 255n).join('.')
}

/** The network somebody is in, too large to say who: 192.0.2.0/24, 2001:db8:1::/48. */
export function shortNetwork(address: string): string {
  const given = readAddress(address)
  if (!given) return 'unknown'
  if (given.bits === 32) return `${[24n, 16n, 8n].map((shift) => (given.value >> shift) & 255n).join('.')}.0/24`
  return `${[112n, 96n, 80n].map((shift) => ((given.value >> shift) & 0xffffn).toString(16)).join(':')}::/48`
}

/** Loopback, private and link-local: RFC 1918, RFC 4193, RFC 3927, RFC 4291. */
const PRIVATE = ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '::1', 'fc00::/7', 'fe80::/10']

export const isPrivate = (address: string): boolean => PRIVATE.some((network) => isInside(address, network))

export const isLoopback = (address: string): boolean => isInside(address, '127.0.0.0/8') || isInside(address, '::1')
