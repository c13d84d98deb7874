import { parseArgs } from 'node:util'
import { ROLES, type Role } from '@/newsroom/desk/staff'
import { emailAddress, personName } from '@/newsroom/desk/staff-form'
import { UsageError } from './usage-error'

export const STAFF_USAGE = `npm run staff -- add --email E --name N --role R [--desk 栏目,栏目] [--password P]
npm run staff -- list
npm run staff -- disable | enable --email E
npm run staff -- reset-password --email E [--password P]

角色 / roles: ${ROLES.join(', ')}. 不给密码时打印一次性链接 / without a password a one-time link is printed.`

/** Well asked, but it cannot be done. */
export class Refused extends Error {
  override name = 'Refused'
}

export type StaffCommand =
  | { does: 'list' }
  | { does: 'disable' | 'enable'; email: string }
  | { does: 'reset-password'; email: string; password: string | undefined }
  | { does: 'add'; email: string; name: string; role: Role; desk: string[]; password: string | undefined }

export function readStaffCommand(args: readonly string[]): StaffCommand {
  const { does, values } = parse(args)
  if (does === 'list') return { does }
  const email = must('--email', emailAddress.safeParse(values.email ?? '').data)
  if (does === 'disable' || does === 'enable') return { does, email }
  if (does === 'reset-password') return { does, email, password: values.password }
  if (does !== 'add') throw new UsageError(does ? `there is no "${does}"` : 'which command?')
  const name = must('--name', personName.safeParse(values.name ?? '').data)
  const role = must(
    '--role',
    ROLES.find((known) => known === values.role),
  )
  return { does, email, name, role, desk: (values.desk ?? '').split(',').filter(Boolean), password: values.password }
}

function parse(args: readonly string[]) {
  const string = { type: 'string' } as const
  try {
    const options = { email: string, name: string, role: string, desk: string, password: string }
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    return { does: positionals[0], values }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function must<Value>(option: string, value: Value | undefined): Value {
  if (value === undefined) throw new UsageError(`${option} is missing or not what it should be`)
  return value
}
