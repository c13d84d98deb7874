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
const OPERATING = [
  'operating.spec.ts',
  'desk-first-day.spec.ts',
  'desk-operating.spec.ts',
  'edge.spec.ts',
  'second-factor.spec.ts',
]
/** Staff work at a desk (desk-small.spec.ts says what they do on a phone), no machine that reads is a phone, and Lighthouse brings its own. */
const NOT_ON_PHONES = ['desk-*.spec.ts', 'sign-in.spec.ts', 'machines.spec.ts', 'lighthouse.spec.ts']

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/site.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Two browsers, a site and a database share two cores: what a neighbour starved is tried once more, and reported as flaky.
  retries: 1,
  // Nothing is timed here (bench/ does that): a limit ends what hangs, and leaves a busy machine its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.E2E_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: findBrowser()?.executablePath, args },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    // A recorder beside every test took a fifth of its time; one that fails is recorded as it is tried once more.
    trace: 'on-first-retry',
  },
  // What takes longest begins first, so that both workers end together.
  projects: [
    { name: 'operator', testMatch: OPERATING },
    { name: 'desktop', testIgnore: OPERATING, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testIgnore: [...OPERATING, ...NOT_ON_PHONES],
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
})
