import { describe, expect, it } from 'vitest'
import { readJekyllSite } from './jekyll-site'
import { pictureAddress, siteHref } from './site-links'

const site = readJekyllSite('url: https://news.example\nbaseurl: /paper\n')

describe('siteHref', () => {
  it.each([
    ['https://news.example/a/2022/02/08/b.html?x=1#y', '/a/2022/02/08/b.html?x=1#y'],
    ['//NEWS.example/a.html', '/a.html'],
    ['/a.html', '/a.html'],
    ['../a.html', '/a.html'],
    ['//other.example/a', 'https://other.example/a'],
    ['HTTP://other.example', 'http://other.example/'],
    ['#fn-1', '#fn-1'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['tel:+8637', 'tel:+8637'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///a', null],
    ['http://[', null],
    ['', null],
    ['https://news.example//evil.example/', '/evil.example/'],
    ['https://news.example//[x', '/[x'],
  ])('%s → %s', (href, path) => expect(siteHref(href, site)).toBe(path))
})

describe('pictureAddress', () => {
  it.each([
    ['/images/a.png', { src: 'images/a.png', local: true }],
    ['/paper/images/a.png', { src: 'images/a.png', local: true }],
    ['https://news.example/paper/images/a.png?v=2', { src: 'images/a.png', local: true }],
    ['../images/%E5%9B%BE.png', { src: 'images/图.png', local: true }],
    ['../../../../images/a.png', { src: 'images/a.png', local: true }],
    ['a.png', { src: '_posts/a.png', local: true }],
    ['//img.example/a.jpg', { src: 'https://img.example/a.jpg', local: false }],
    ['http://img.example/a_w800h555.jpg', { src: 'http://img.example/a_w800h555.jpg', local: false }],
    ['/..%2f..%2fetc/passwd', null],
    ['/a%5c..%5cb', null],
    ['/', null],
    ['data:image/png;base64,AAAA', null],
    ['javascript:alert(1)', null],
  ])('%s', (src, address) => expect(pictureAddress(src, site, '_posts/2022-02-08-a.md')).toEqual(address))
})
