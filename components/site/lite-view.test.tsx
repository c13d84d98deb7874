import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Article, ArticleCard } from '@/newsroom/article'
import { NO_LICENCES } from '@/newsroom/licences'
import { ArticleList } from './article-list'
import { ArticleView } from './article-view'
import { Frame } from './frame'
import { FrontPage } from './front-page'
import { Masthead } from './masthead'
import { MissingView } from './missing-view'

const site = { name: '泽川日报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const place = { slug: 'yaowen', name: '要闻' }
const publishedAt = new Date('2026-11-20T00:05:00Z')
const sizes = [1280, 640, 320].map((width) => ({ src: `/media/ab/ab-${width}.webp`, width, height: width / 2 }))
const picture = {
  ...{ id: 'ab', renditions: sizes, modern: [], alt: '新桥', caption: '桥上的第一辆车', credit: null },
  ...{ focalX: 0.5, focalY: 0.5, aiGenerated: false },
}
const card: ArticleCard = {
  ...{ id: '9f3k2m8p1q', headline: '河上新桥昨日通车', kicker: null, standfirst: '两岸往来，不再绕行。', publishedAt },
  ...{ source: place, category: place, picture, otherOutlets: 2 },
}
const article: Article = {
  ...card,
  ...{ subhead: null, description: '', searchTitle: null, dateline: null, characterCount: 12, updatedAt: publishedAt },
  ...{ source: null, revised: false, type: 'original', language: 'zh-CN', sourceUrl: null, originalHeadline: null },
  ...{ originalAuthor: null, aiAssistance: 'none', bylines: [], categories: [place], tags: [place], corrections: [] },
  bodyHtml:
    '<p>通车了。</p><figure><img src="/media/cd/cd-900.webp" width="900" height="600" alt="人群" decoding="async"></figure>',
}

const draw = (children: ReactNode, masthead?: ReactNode) =>
  renderToStaticMarkup(
    <Frame site={site} view="lite" address="/2026/11/20/9f3k2m8p1q" masthead={masthead} year="2026" licences={NO_LICENCES}>
      {children}
    </Frame>,
  )
const leads = (markup: string) => [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

it('what the lite edition draws has no picture, nothing a script would fill, and leads on within the edition', () => {
  const front = { site, view: 'lite', today: '2026-11-20', breaking: { text: '通车', article: card } } as const
  const pages = [
    draw(<ArticleView site={site} view="lite" article={article} previous={card} next={null} related={[card]} reports={[card]} />),
    draw(<ArticleList site={site} view="lite" items={[card]} />),
    draw(
      <FrontPage
        {...front}
        leads={[card, card]}
        newest={[card]}
        sections={[{ category: place, items: [card, card] }]}
        moreCategories={[place]}
        categoryCount={3}
        popular={{ day: [card], week: [card, card, card] }}
      />,
      <Masthead site={site} view="lite" today="2026-11-20" newestAt={publishedAt} sections={[place]} year="2026" />,
    ),
    draw(<MissingView site={site} view="lite" newest={[{ ...card, path: '/2026/11/20/9f3k2m8p1q' }]} />),
  ]
  const away = ['#main', '#top', '/2026/11/20/9f3k2m8p1q', '/2026/11/20/9f3k2m8p1q?view=elder', '/?view=elder', '/']
  for (const page of pages) {
    expect(page).not.toMatch(/<(?:img|picture|[a-z]+-[a-z]+)[ >]/)
    const others = leads(page).filter((href = '') => !/^\/lite(?=[/?#]|$)/.test(href) && !href.startsWith('/media/'))
    expect(others.filter((href = '') => !away.includes(href))).toEqual([])
    expect([...page.matchAll(/action="([^"]*)"/g)].every(([, action]) => action === '/lite/search')).toBe(true)
  }
})

it('a picture is a link that says what it shows and opens a size for a phone', () => {
  const page = draw(
    <ArticleView site={site} view="lite" article={article} previous={null} next={null} related={[]} reports={[]} />,
  )
  expect(page).toContain('<a href="/media/ab/ab-640.webp">图片：新桥</a><figcaption>桥上的第一辆车</figcaption>')
  expect(page).toContain('<figure><a class="picture" href="/media/cd/cd-900.webp">图片：人群</a></figure>')
  expect(page).toContain('>完整版</a>')
  expect(page).toContain('href="/2026/11/20/9f3k2m8p1q?view=elder">关怀版</a>')
})
