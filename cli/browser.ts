import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { SetupError } from '@/server/setup-error'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export interface Browser {
  /** undefined: Playwright's own */
  executablePath: string | undefined
}

/** The browser for tests: `PLAYWRIGHT_CHROMIUM`, else Playwright's own, else the system's. Null where there is none. */
export function findBrowser(): Browser | null {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) return { executablePath: named }
  if (existsSync(chromium.executablePath())) return { executablePath: undefined }
  const executablePath = SYSTEM_BROWSERS.find((file) => existsSync(file))
  return executablePath ? { executablePath } : null
}

/** For a program that may not ask: the browser there is, by name; nothing where it is Playwright's own, or none. */
export function browserEnv(): { PLAYWRIGHT_CHROMIUM?: string } {
  const executablePath = findBrowser()?.executablePath
  return executablePath ? { PLAYWRIGHT_CHROMIUM: executablePath } : {}
}

/** Sees to it that there is one: by apt for root on Debian, else as Playwright downloads it. Throws with what to do by hand. */
export async function bringBrowser(): Promise<void> {
  if (findBrowser()) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
  }
  if (!findBrowser()) run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  if (findBrowser()) return
  throw new SetupError(
    'There is no browser to test in, and none could be installed. Run "npx playwright install --with-deps chromium", or install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk), or set PLAYWRIGHT_CHROMIUM to one.',
  )
}

function run(file: string, args: string[]): void {
  spawnSync(file, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 })
}
