import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What looks at colours, and so the one thing that another colour scheme can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** A page as it stands, by every rule in the light and by those of colours in the dark. What a frame shows is looked at by itself. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNoFaults(axeOf(page).withTags(TAGS), where)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNoFaults(axeOf(page).withRules(OF_COLOURS), `${where}, in the dark`)
}

/** The same page in other words: its colours have been looked at. */
export async function expectWordsAccessible(page: Page, where: string): Promise<void> {
  await expectNoFaults(axeOf(page).withTags(TAGS).disableRules(OF_COLOURS), where)
}

/** Without frames to look into, axe needs no blank page of its own for each look. */
const axeOf = (page: Page) =>
  new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .exclude('iframe')
    .setLegacyMode()

async function expectNoFaults(axe: AxeBuilder, where: string): Promise<void> {
  const { violations } = await axe.analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  expect(told, where).toEqual([])
}
