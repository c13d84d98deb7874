import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { expect, test } from './newsroom'
import { addressOf, picturedArticle } from './reader-pages'
import { freePort } from './site-process'

/** What a busy machine does not change. How fast pages are on a phone is asked by `npm run bench -- lighthouse`. */
const CATEGORIES = ['accessibility', 'best-practices', 'seo']

test('Lighthouse finds nothing to mend on a phone: front page, category, article, search', async ({
  request,
  launchOptions,
  baseURL,
}) => {
  // Twenty seconds on a quiet machine.
  test.setTimeout(400_000)
  const article = await picturedArticle(request)
  const port = await freePort()
  // A browser of its own, which it may steer.
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
  })
  try {
    for (const address of ['/', await addressOf(request, 'category'), article, '/search?q=的']) {
      const found = await lighthouse(new URL(address, baseURL).href, {
        ...{ port, logLevel: 'silent', onlyCategories: CATEGORIES, throttlingMethod: 'provided' },
      })
      if (!found) throw new Error(`Lighthouse says nothing of ${address}`)
      const { categories, audits, runtimeError } = found.lhr
      expect(runtimeError, address).toBeUndefined()
      const faults = Object.values(categories).flatMap(({ id, auditRefs }) =>
        auditRefs
          // A page of answers is not to be found by searching, and says so.
          .filter((ref) => ref.weight > 0 && !(ref.id === 'is-crawlable' && address.startsWith('/search')))
          .flatMap((ref) => {
            const audit = audits[ref.id]
            const isWell = !audit || audit.scoreDisplayMode === 'notApplicable' || audit.score === 1 || audit.score === null
            return isWell && audit?.scoreDisplayMode !== 'error'
              ? []
              : [`${id}: ${audit?.title} ${JSON.stringify(audit?.details)}`]
          }),
      )
      expect(faults, address).toEqual([])
      expect(Object.keys(categories), address).toEqual(CATEGORIES)
    }
  } finally {
    await browser.close()
  }
})
