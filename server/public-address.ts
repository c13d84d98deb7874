import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** IANA's special-purpose registries (RFC 6890 and its updates): what is nobody's host on the public internet. */
const SPECIAL_IPV4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
/** Within 2000::/3; Teredo and 6to4 lead on to IPv4 addresses that nobody checked. */
const SPECIAL_IPV6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

const special = new BlockList()
const global = new BlockList()
for (const range of SPECIAL_IPV4.split(/\s+/)) special.addSubnet(...parts(range), 'ipv4')
for (const range of SPECIAL_IPV6.split(/\s+/)) special.addSubnet(...parts(range), 'ipv6')
global.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is a public host: not this machine, not its network, nothing reserved. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  return isIPv6(address) && !address.includes('%') && global.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

function parts(range: string): [string, number] {
  const [address = '', bits] = range.split('/')
  return [address, Number(bits)]
}
