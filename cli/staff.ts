// `npm run staff -- …`: accounts from the terminal. Exit 0 done, 1 not.
import { deskTexts } from '@/newsroom/desk/desk-texts'
import { faultText } from '@/newsroom/desk/fault-text'
import type { Outcome } from '@/newsroom/desk/outcome'
import { OPERATOR } from '@/server/commands/actor'
import { addStaff } from '@/server/commands/add-staff'
import { disableStaff } from '@/server/commands/disable-staff'
import { enableStaff } from '@/server/commands/enable-staff'
import { inviteStaff } from '@/server/commands/invite-staff'
import { requestPasswordReset } from '@/server/commands/request-password-reset'
import { resetPassword } from '@/server/commands/reset-password'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { invitationLink, resetLink } from '@/server/desk-mail'
import { prepareDatabase } from './setup'
import { Refused, readStaffCommand, STAFF_USAGE, type StaffCommand } from './staff-options'
import { UsageError } from './usage-error'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

try {
  const command = readStaffCommand(process.argv.slice(2))
  const database = await prepareDatabase()
  try {
    await run(command)
  } finally {
    await database.release()
  }
} catch (error) {
  if (!(error instanceof UsageError || error instanceof Refused)) throw error
  process.stderr.write(error instanceof UsageError ? `${error.message}\n\n${STAFF_USAGE}\n` : `${error.message}\n`)
  process.exitCode = 1
}

async function run(command: StaffCommand): Promise<void> {
  if (command.does === 'list') return await list()
  if (command.does === 'add') return await add(command)
  if (command.does === 'reset-password') return await reset(command.email, command.password)
  const staffId = await idOf(command.email)
  const change = command.does === 'disable' ? disableStaff : enableStaff
  must(await change(OPERATOR, { staffId }))
  say(command.does === 'disable' ? '已停用 / disabled' : '已启用 / enabled')
}

async function add({ email, name, role, desk, password }: StaffCommand & { does: 'add' }): Promise<void> {
  const categoryIds = await categoriesOf(desk)
  if (password !== undefined) {
    must(await addStaff(OPERATOR, { email, name, role, categoryIds, password }))
    return say(`已添加 / added: ${name} <${email}>`)
  }
  const { token } = must(await inviteStaff(OPERATOR, { email, name, role, categoryIds }))
  say(`七天内打开此链接设置密码 / opens once within seven days:\n${invitationLink(token)}`)
}

async function reset(email: string, password: string | undefined): Promise<void> {
  const link = await requestPasswordReset(OPERATOR, { email })
  if (!link) throw new Refused(`no enabled account has the address ${email}`)
  if (password === undefined) {
    return say(`一小时内打开此链接设置新密码 / opens once within an hour:\n${resetLink(link.token)}`)
  }
  must(await resetPassword({ token: link.token, password, address: null, userAgent: 'terminal' }))
  say('密码已更新，其他登录已退出 / password changed, every session ended')
}

async function list(): Promise<void> {
  const staff = await db().staff.findMany({ include: { desk: { include: { category: true } } }, orderBy: { createdAt: 'asc' } })
  for (const { email, name, role, disabledAt, desk } of staff) {
    const where = desk.map(({ category }) => category.slug).join(',')
    say([email, name, role, where || '-', disabledAt ? 'disabled' : 'enabled'].join('\t'))
  }
}

async function idOf(email: string): Promise<string> {
  const staff = await db().staff.findUnique({ where: { email } })
  if (!staff) throw new Refused(`no account has the address ${email}`)
  return staff.id
}

async function categoriesOf(slugs: readonly string[]): Promise<number[]> {
  const found = await db().category.findMany({ where: { slug: { in: [...slugs] } } })
  const missing = slugs.filter((slug) => !found.some((category) => category.slug === slug))
  if (missing.length > 0) throw new Refused(`--desk: there is no category ${missing.join(', ')}`)
  return found.map(({ id }) => id)
}

function must<Value extends object>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome
  const t = deskTexts(config().SITE_LOCALE, config().SITE_TIMEZONE)
  throw new Refused(outcome.errors.map((fault) => faultText(t, fault)).join('\n'))
}
