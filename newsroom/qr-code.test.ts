import { expect, test } from 'vitest'
import { qrCodeSvg } from './qr-code'

const svg = qrCodeSvg('https://news.example/s/k3m9q0w2xz')

test('a short link fits a version 3 code with its quiet zone', () => {
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 37 37" /)
  expect(svg.length).toBeLessThan(8_000)
})

test('the finder pattern begins in the corner inside the margin: seven dark, one light', () => {
  expect(svg).toContain('<path d="M4 4h7v1h-7z')
  expect(svg).toContain('M4 5h1v1h-1zM10 5h1v1h-1z')
})

test('the same text always gives the same bytes', () => {
  expect(qrCodeSvg('https://news.example/s/k3m9q0w2xz')).toBe(svg)
})
