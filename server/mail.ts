import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import { config } from './config'

export interface Mail {
  to: string
  subject: string
  text: string
}

const PATIENCE_MS = 15_000

/** Sends a mail by SMTP_URL; without one it lands in DATA_DIR/outbox as a file that any mail program opens. Throws when it is not taken. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, SITE_NAME, SITE_URL, MAIL_FROM } = config()
  const from = MAIL_FROM ?? { name: SITE_NAME, address: `noreply@${new URL(SITE_URL).hostname}` }
  const mail = { from, to, subject, text }
  if (SMTP_URL) await smtp(SMTP_URL).sendMail(mail)
  else await keep(mail)
}

let known: { url: string; transport: Transporter } | null = null

function smtp(url: string): Transporter {
  if (known?.url !== url) {
    const waits = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
    known = { url, transport: createTransport({ url, ...waits }) }
  }
  return known.transport
}

async function keep(mail: Mail & { from: unknown }): Promise<void> {
  const folder = join(config().DATA_DIR, 'outbox')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const made = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(mail as Mail)
  const name = `${new Date().toISOString().replaceAll(':', '')}-${randomUUID().slice(0, 8)}.eml`
  await writeFile(join(folder, name), made.message as Buffer, { mode: 0o600 })
}
