import type { Site } from '@/newsroom/site'
import type { FedArticle, FeedOf } from './feed'

export const site: Site = { name: '大报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
export const ofYaowen: FeedOf = { name: '要闻', path: '/category/yaowen', description: '大报“要闻”栏目的全部报道。' }

/** An article with all that a feed can tell of one. */
export const article: FedArticle = {
  id: 'k3m9q0w2xz',
  feedId: null,
  headline: '新乡 <b>夜经济</b> & ]]> 升温\u0008',
  kicker: null,
  subhead: null,
  standfirst: '夜市灯火到凌晨。',
  description: '入夜之后的新乡 & 灯火。',
  dateline: '本报讯',
  bodyHtml:
    '<p>入夜 &amp; <a href="/2022/02/07/aaaaaaaaaa?view=elder">前文</a>，注<sup><a href="#fn-1" id="fn-back-1">1</a></sup>]]&gt;</p>' +
    '<figure class="x"><picture><source type="image/avif" srcset="/media/ab/b-800.avif 800w"><img src="/media/ab/b-800.webp" srcset="/media/ab/b-800.webp 800w" sizes="100vw" alt="图" width="800" height="500"></picture></figure>',
  characterCount: 8,
  publishedAt: new Date('2022-02-08T02:34:53Z'),
  updatedAt: new Date('2022-02-10T01:00:00Z'),
  revised: false,
  type: 'reprint',
  language: 'zh-CN',
  source: { slug: 'xxrb', name: '新乡日报', url: 'https://xx.example/' },
  sourceUrl: 'https://xx.example/a.html?x=1&y=2',
  category: { slug: 'yaowen', name: '要闻' },
  categories: [{ slug: 'yaowen', name: '要闻' }],
  tags: [{ slug: 'yeshi', name: '夜市' }],
  bylines: [
    { name: '李明', role: 'reporter' },
    { name: '王芳', role: 'correspondent' },
    { name: '赵一', role: 'photographer' },
    { name: '钱二', role: 'editor' },
  ],
  picture: {
    id: 'cd',
    renditions: [{ src: '/media/cd/cd-1600.webp', width: 1600, height: 1067 }],
    modern: [],
    alt: '夜市',
    caption: '夜市一角',
    credit: '赵一 摄',
    focalX: 0.5,
    focalY: 0.5,
    aiGenerated: false,
  },
  searchTitle: null,
  originalHeadline: '新乡夜市',
  originalAuthor: null,
  aiAssistance: 'assisted',
  corrections: [{ id: 7, wrong: '三棵柳树', right: '一棵柳树', publishedAt: new Date('2022-02-10T01:00:00Z') }],
}
