import { expect, test } from 'vitest'
import type { Site } from './site'
import { breadcrumbList, collectionPage, listedArticles, newsMediaOrganization, webSite } from './structured-data'

const site: Site = { name: '大报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }

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
  const article = { id: 'k3m9q0w2xz', headline: '新乡：夜经济升温', publishedAt: new Date('2022-02-08T02:34:53Z') }
  const page = collectionPage({ name: '新乡日报', path: '/category/xinxiangribao', items: listedArticles([article], site) }, site)
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
