import { type Browser, chromium } from '@playwright/test'

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The one that cli/browser.ts found and named; without a name Playwright's own. */
export const openBrowser = (...more: string[]): Promise<Browser> =>
  chromium.launch({
    ...(process.env.PLAYWRIGHT_CHROMIUM && { executablePath: process.env.PLAYWRIGHT_CHROMIUM }),
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...more],
  })
