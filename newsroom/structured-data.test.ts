import { expect, test } from 'vitest'
import type { Article } from './article'
import type { Site } from './site'
import { baiduTimeFactor, breadcrumbList, collectionPage, newsArticle, newsMediaOrganization, webSite } from './structured-data'

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
  updatedAt: new Date('2022-02-09T00:00:00Z'),
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

test('a revised article says when, and the widest picture goes along', () => {
  const picture = {
    id: 'a',
    renditions: [
      { src: '/media/a-1600.jpg', width: 1600, height: 1067 },
      { src: '/media/a-800.jpg', width: 800, height: 533 },
    ],
    modern: [],
    alt: '夜市',
    caption: null,
    credit: '本报记者 摄',
    focalX: 0.5,
    focalY: 0.5,
    aiGenerated: true,
  }
  const revised = newsArticle({ ...article, revised: true, picture, tags: [{ slug: 'yeshi', name: '夜市' }] }, site)
  expect(revised.dateModified).toBe('2022-02-09T08:00:00+08:00')
  expect(revised.keywords).toEqual(['夜市'])
  expect(revised.image).toEqual([
    {
      '@type': 'ImageObject',
      url: 'https://news.example/media/a-1600.jpg',
      width: 1600,
      height: 1067,
      caption: '夜市',
      creditText: '本报记者 摄',
      digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
    },
  ])
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

test('breadcrumbs count from one and are absolute', () => {
  const trail = [
    { name: '首页', path: '/' },
    { name: '新乡日报', path: '/category/xinxiangribao' },
  ]
  expect(breadcrumbList(trail, site).itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: '首页', item: 'https://news.example/' },
    { '@type': 'ListItem', position: 2, name: '新乡日报', item: 'https://news.example/category/xinxiangribao' },
  ])
})

test('a list page lists the articles it shows', () => {
  const page = collectionPage(
    { name: '新乡日报', path: '/category/xinxiangribao', items: [{ ...article, otherOutlets: 0 }] },
    site,
  )
  expect(page).toMatchObject({
    '@type': 'CollectionPage',
    url: 'https://news.example/category/xinxiangribao',
    mainEntity: {
      itemListElement: [
        { '@type': 'ListItem', position: 1, url: 'https://news.example/2022/02/08/k3m9q0w2xz', name: '新乡：夜经济升温' },
      ],
    },
  })
})

test('the site offers its search and points at its publisher', () => {
  expect(webSite(site)).toMatchObject({
    publisher: { '@id': newsMediaOrganization(site)['@id'] },
    potentialAction: { target: { urlTemplate: 'https://news.example/search?q={search_term_string}' } },
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
