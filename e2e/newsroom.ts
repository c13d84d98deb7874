import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { test as base, expect, type Locator, type Page } from '@playwright/test'

export { expect }

interface Newsroom {
  /** Imports these files (path → text) through the command, in a process of its own; answers what it printed. */
  importPosts(files: Record<string, string>, ...options: string[]): Promise<string>
}

/**
 * `page` fails its test on any error in the browser's console; `newsroom` brings posts in as a newsroom would.
 * An expected 404 or 410 is a console message of the browser, not an error of the page.
 */
export const test = base.extend<{ newsroom: Newsroom }>({
  page: async ({ page }, use) => {
    const errors = errorsOf(page)
    await use(page)
    expect(errors, 'errors in the console').toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
  newsroom: async ({}, use) => {
    const archive = await mkdtemp(join(tmpdir(), 'archive-'))
    await use({
      importPosts: (files, ...options) => importFiles({ archive, dataDir: process.env.E2E_DATA_DIR, files, options }),
    })
    await rm(archive, { recursive: true, force: true })
  },
})

/** Whatever the browser finds wrong with this page from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(04|10)/.test(message.text())) errors.push(message.text())
  })
  return errors
}

/** Writes the files into the archive and imports it through the command; answers what that printed. */
export async function importFiles(what: {
  archive: string
  dataDir: string | undefined
  files: Record<string, string>
  options?: string[]
}): Promise<string> {
  const { archive, dataDir, files, options = [] } = what
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(archive, path)), { recursive: true })
    await writeFile(join(archive, path), text)
  }
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  const { stdout } = await promisify(execFile)(process.execPath, ['cli/start.mjs', 'import', archive, ...options], { env })
  return stdout
}

/** An address of four parts: /2026/11/23/id. */
const ARTICLE = `xpath=//main//a[starts-with(@href, "/20") and string-length(translate(@href, translate(@href, "/", ""), "")) = 4]`

/** Headlines that lead to articles, in the order of the page. */
export const articleLinks = (page: Page): Locator => page.locator(ARTICLE).filter({ hasText: /\S{4}/ })

/** A post in the archive's form. */
export function post({
  title,
  date = '2026-11-20 08:00:00 +0800',
  category = 'ceshiribao',
  tags = '测试日报新闻',
  body,
  code,
}: {
  title: string
  date?: string
  category?: string
  tags?: string
  body: string
  code: string
}): string {
  return `---
layout: post
title: "${title}"
date: ${date}
categories: ${category}
tags: ${tags}
---
${body}<p class="em_media">（文章来源：测试日报）</p>

<http://share.example/html_News/NewsShare.html?infoCode=${code}>

[返回${tags}](//old.example/category/${category}.html)｜[返回首页](//old.example/)`
}
