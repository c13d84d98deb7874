import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'

export interface Colleague {
  name: string
  email: string
  password: string
}

/** Runs `npm run staff` on the site under test; answers what it printed. */
export async function staffCommand(...args: string[]): Promise<string> {
  // A site that was running before may have a database of its own.
  const env = { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, DATABASE_URL: process.env.E2E_DATABASE_URL ?? '' }
  const { stdout } = await promisify(execFile)(process.execPath, ['cli/start.mjs', 'staff', ...args], { env })
  return stdout
}

export type Role = 'reporter' | 'editor' | 'chief' | 'administrator'

/** Somebody new on the staff, with a password; `desk`: the category in their charge, else the whole paper. */
export async function addColleague(role: Role, name = '林文', desk = ''): Promise<Colleague> {
  const email = `${role}-${randomUUID().slice(0, 8)}@ribao.example`
  const password = `lantern ${randomUUID()}`
  await staffCommand('add', '--email', email, '--name', name, '--role', role, '--desk', desk, '--password', password)
  return { name, email, password }
}

/** Signs somebody in as they would, and waits for the desk's page. */
export async function signIn(
  page: Page,
  { email, password }: Pick<Colleague, 'email' | 'password'>,
  path = '/admin',
): Promise<void> {
  await page.goto(`/admin/sign-in?next=${encodeURIComponent(path)}`)
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(path)
}
