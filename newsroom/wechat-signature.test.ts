import { expect, test } from 'vitest'
import { isOwnPage, wechatSignature } from './wechat-signature'

const documented = {
  ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
  nonce: 'Wm3WZYTPz0wzccnW',
  timestampS: 1414587457,
}

test.each([
  ['http://mp.weixin.qq.com?params=value', '0f9de62fce790f9a083d5c99e95740ceb90c27ed'],
  ['http://mp.weixin.qq.com?params=value#rd', '0f9de62fce790f9a083d5c99e95740ceb90c27ed'],
  ['http://mp.weixin.qq.com', 'f4d90daf4b3bca3078ab155816175ba34c443a7b'],
])('signs %s as the documentation does', (url, signature) => expect(wechatSignature({ ...documented, url })).toBe(signature))

test.each([
  ['https://news.example/2026/11/23/k3m9q0w2xz', true],
  ['https://news.example/2026/11/23/k3m9q0w2xz?from=timeline&isappinstalled=0', true],
  ['https://news.example.evil.example/', false],
  ['https://news.example@evil.example/', false],
  ['http://news.example/', false],
  ['//news.example/', false],
  [`https://news.example/${'a'.repeat(2048)}`, false],
  ['', false],
])('%s is a page of this site: %s', (url, own) => expect(isOwnPage(url, 'https://news.example')).toBe(own))
