import { expect, test } from 'vitest'
import { chooseVoice } from './reading-voice'

const voice = (lang: string, localService = true, byDefault = false) => ({ lang, localService, default: byDefault })
const chosen = (language: string, ...voices: ReturnType<typeof voice>[]) => chooseVoice(voices, language)?.lang ?? null

test('a Chinese text gets a Mandarin voice, whatever the browser calls it', () => {
  expect(chosen('zh-Hans', voice('en-US', true, true), voice('zh-CN'))).toBe('zh-CN')
  expect(chosen('zh-Hans', voice('zh_CN_#Hans'))).toBe('zh_CN_#Hans')
  expect(chosen('zh-CN', voice('cmn-Hans-CN'))).toBe('cmn-Hans-CN')
})

test('a voice on the device goes before a remote one of the right region', () => {
  expect(chosen('zh-CN', voice('zh-CN', false), voice('zh-TW', true))).toBe('zh-TW')
})

test('the right region, then the reader’s default', () => {
  expect(chosen('zh-CN', voice('zh-TW'), voice('zh-CN'))).toBe('zh-CN')
  expect(chosen('zh-Hant', voice('zh-CN'), voice('zh-TW'))).toBe('zh-TW')
  const [first, second] = [voice('zh-CN'), voice('zh-CN', true, true)]
  expect(chooseVoice([first, second], 'zh-CN')).toBe(second)
})

test('Cantonese does not stand in for Mandarin, nor English for Chinese', () => {
  expect(chosen('zh-Hans', voice('zh-HK'), voice('yue-HK'), voice('en-US'))).toBeNull()
  expect(chosen('zh-HK', voice('zh-HK'))).toBe('zh-HK')
})

test('an English article is read in English', () => {
  expect(chosen('en', voice('zh-CN', true, true), voice('en-GB', false))).toBe('en-GB')
})
