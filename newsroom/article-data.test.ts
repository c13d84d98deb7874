import { expect, test } from 'vitest'
import type { Article } from './article'
import { baiduTimeFactor, newsArticle } from './article-data'
import type { Site } from './site'

const site: Site = { name: '大报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const article: Article = {
  id: 'k3m9q0w2xz',
  headline: '新乡：夜经济升温',
  kicker: null,
  subhead: '夜市灯火到凌晨',
  standfirst: null,
  description: '入夜之后的新乡。',
  bodyHtml: '<p>入夜之后的新乡。</p>',
  characterCount: 8,
  publishedAt: new Date('2022-02-08T02:34:53Z'),
  updatedAt: new Date('2022-02-08T02:34:53Z'),
  revised: false,
  type: 'original',
  language: 'zh-CN',
  source: null,
  sourceUrl: null,
  category: { slug: 'xinxiangribao', name: '新乡日报' },
  categories: [{ slug: 'xinxiangribao', name: '新乡日报' }],
  tags: [],
  bylines: [],
  picture: null,
  searchTitle: null,
  dateline: null,
  originalHeadline: null,
  originalAuthor: null,
  aiAssistance: 'none',
  corrections: [],
}

test('an article of our own: address, times with their offset, this newspaper as author', () => {
  expect(newsArticle(article, site)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://news.example/2022/02/08/k3m9q0w2xz' },
    url: 'https://news.example/2022/02/08/k3m9q0w2xz',
    headline: '新乡：夜经济升温',
    alternativeHeadline: '夜市灯火到凌晨',
    description: '入夜之后的新乡。',
    datePublished: '2022-02-08T10:34:53+08:00',
    dateModified: '2022-02-08T10:34:53+08:00',
    author: [{ '@type': 'Organization', name: '大报', url: 'https://news.example/' }],
    publisher: {
      '@type': 'NewsMediaOrganization',
      '@id': 'https://news.example/#organization',
      name: '大报',
      url: 'https://news.example/',
      logo: { '@type': 'ImageObject', url: 'https://news.example/icon-512.png', width: 512, height: 512 },
      correctionsPolicy: 'https://news.example/corrections',
    },
    articleSection: ['新乡日报'],
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
  })
})

test('a reprint names where it was first published', () => {
  const source = { slug: 'xinxiang', name: '新乡日报', url: 'https://xx.example/' }
  const reprint = newsArticle({ ...article, type: 'reprint', source, sourceUrl: 'https://xx.example/a.html' }, site)
  const outlet = { '@type': 'Organization', name: '新乡日报', url: 'https://xx.example/' }
  expect(reprint).toMatchObject({
    author: [outlet],
    sourceOrganization: outlet,
    isBasedOn: { '@type': 'NewsArticle', url: 'https://xx.example/a.html', publisher: outlet },
  })
  const unnamed = newsArticle({ ...article, type: 'reprint', sourceUrl: 'https://xx.example/a.html' }, site)
  expect(unnamed.isBasedOn).toEqual({ '@type': 'NewsArticle', url: 'https://xx.example/a.html' })
  expect(unnamed).not.toHaveProperty('sourceOrganization')
})

test('those who wrote it are authors, the editor is the editor, a photographer is neither', () => {
  const signed = newsArticle(
    {
      ...article,
      bylines: [
        { name: '李明', role: 'reporter' },
        { name: '王芳', role: 'correspondent' },
        { name: '赵一', role: 'photographer' },
        { name: '钱二', role: 'editor' },
      ],
    },
    site,
  )
  expect(signed.author).toEqual([
    { '@type': 'Person', name: '李明' },
    { '@type': 'Person', name: '王芳' },
  ])
  expect(signed.editor).toEqual([{ '@type': 'Person', name: '钱二' }])
})

test('a changed article says when; its picture goes along in three shapes, each of its true size', () => {
  const picture = {
    id: 'a',
    renditions: [{ src: '/media/a-1600.jpg', width: 1600, height: 1067 }],
    modern: [],
    alt: '夜市',
    caption: null,
    credit: '本报记者 摄',
    focalX: 0.5,
    focalY: 0.5,
    aiGenerated: true,
  }
  const changed = { ...article, updatedAt: new Date('2022-02-09T00:00:00Z'), tags: [{ slug: 'yeshi', name: '夜市' }] }
  const data = newsArticle({ ...changed, picture }, site)
  expect(data.dateModified).toBe('2022-02-09T08:00:00+08:00')
  expect(data.keywords).toEqual(['夜市'])
  expect(data.image).toEqual(
    [
      { url: 'https://news.example/card/k3m9q0w2xz-16x9.jpg', width: 1200, height: 675 },
      { url: 'https://news.example/card/k3m9q0w2xz-4x3.jpg', width: 1200, height: 900 },
      { url: 'https://news.example/card/k3m9q0w2xz-square.jpg', width: 1067, height: 1067 },
    ].map((image) => ({
      '@type': 'ImageObject',
      ...image,
      caption: '夜市',
      creditText: '本报记者 摄',
      digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
    })),
  )
  const stamp = { ...picture, renditions: [{ src: '/media/a-200.jpg', width: 200, height: 150 }] }
  expect(newsArticle({ ...article, picture: stamp }, site)).not.toHaveProperty('image')
})

test('a headline too long for search engines is cut where we choose', () => {
  expect(newsArticle({ ...article, headline: '标'.repeat(110) }, site).headline).toBe('标'.repeat(110))
  expect(newsArticle({ ...article, headline: '题'.repeat(111) }, site).headline).toBe(`${'题'.repeat(109)}…`)
})

test('Baidu gets the Beijing clock without an offset, also from a newspaper in another zone', () => {
  expect(baiduTimeFactor(article, { ...site, timeZone: 'America/New_York' })).toEqual({
    '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    '@id': 'https://news.example/2022/02/07/k3m9q0w2xz',
    title: '新乡：夜经济升温',
    description: '入夜之后的新乡。',
    pubDate: '2022-02-08T10:34:53',
    upDate: '2022-02-08T10:34:53',
  })
})

test('a correction says what was wrong, what is right, and since when; a machine’s part in the text is told', () => {
  const corrections = [{ id: 7, wrong: '三棵柳树', right: '一棵柳树', publishedAt: new Date('2022-02-10T01:00:00Z') }]
  expect(newsArticle({ ...article, corrections, aiAssistance: 'assisted' }, site)).toMatchObject({
    correction: [
      {
        '@type': 'CorrectionComment',
        text: '误：三棵柳树；正：一棵柳树',
        datePublished: '2022-02-10T09:00:00+08:00',
      },
    ],
    digitalSourceType: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
  })
  expect(newsArticle(article, site)).not.toHaveProperty('correction')
})
