import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The text of the newest mail to somebody: without a mail server, mails lie in the site's outbox. */
export async function mailTo(address: string): Promise<string> {
  const folder = join(process.env.E2E_DATA_DIR ?? '', 'outbox')
  for (const name of (await readdir(folder)).sort().reverse()) {
    const [head = '', ...rest] = (await readFile(join(folder, name), 'utf8')).split('\n\n')
    if (head.includes(`To: ${address}`)) return decoded(head, rest.join('\n\n'))
  }
  throw new Error(`no mail to ${address}`)
}

/** As its encoding says (RFC 2045). */
function decoded(head: string, body: string): string {
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
