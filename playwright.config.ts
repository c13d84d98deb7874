import { defineConfig } from '@playwright/test'
import { findBrowser } from './cli/browser'
import { freePort } from './e2e/site-process'

// The site under test: the one named, else a fresh one that e2e/site.ts starts. Workers read the same environment.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_URL ??= `http://127.0.0.1:${process.env.E2E_PORT}`

const isRoot = process.getuid?.() === 0
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/** A site of their own. */
const OPERATING = ['operating.spec.ts', 'desk-first-day.spec.ts', 'desk-operating.spec.ts']
/** Staff work at a desk (desk-small.spec.ts says what they do on a phone), and no machine that reads is a phone. */
const NOT_ON_PHONES = ['desk-*.spec.ts', 'sign-in.spec.ts', 'machines.spec.ts']

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/site.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Two browsers, a site and a database share two cores: what a neighbour starved is tried once more, and reported as flaky.
  retries: 1,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.E2E_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: findBrowser()?.executablePath, args },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: [...OPERATING, ...NOT_ON_PHONES],
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
    { name: 'desktop', testIgnore: OPERATING, use: { viewport: { width: 1440, height: 900 } } },
    { name: 'operator', testMatch: OPERATING },
  ],
})
