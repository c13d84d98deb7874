import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A Jekyll archive in a folder of its own, for tests. */
export interface ArchiveFixture {
  root: string
  write(files: Record<string, string | Uint8Array>): Promise<void>
  remove(): Promise<void>
}

export const CONFIG = 'url: https://finews.example\ntimezone: Asia/Shanghai\n'

export async function makeArchiveFixture(files: Record<string, string | Uint8Array> = {}): Promise<ArchiveFixture> {
  const root = await mkdtemp(join(tmpdir(), 'broadsheet-archive-'))
  const write = async (more: Record<string, string | Uint8Array>) => {
    for (const [path, content] of Object.entries(more)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
  }
  await write({ '_config.yml': CONFIG, ...files })
  return { root, write, remove: () => rm(root, { recursive: true, force: true }) }
}

/** A post in the archive's second form (media posts), with the outlet's tag, share link and back links. */
export function mediaPost(told: {
  code: string
  title?: string
  date?: string
  category?: string
  outlet?: string
  body?: string
}): string {
  const {
    code,
    title = '河边开了一家书店',
    date = '2022-02-08 10:34:53 +0800',
    category = 'hebianribao',
    outlet = '河边日报',
  } = told
  const { body = `<p>本报讯（记者林一）${title}。</p><p class="em_media">（文章来源：${outlet}）</p>` } = told
  return `---
layout: post
title: "${title}"
date: ${date}
categories: ${category}
tags: ${outlet}新闻
---
${body}

<http://share.example/html_News/NewsShare.html?infoCode=${code}>

[返回${outlet}新闻](//finews.example/category/${category}.html)｜[返回首页](//finews.example/)`
}
