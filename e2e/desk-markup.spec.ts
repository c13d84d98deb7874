import { expect, test } from '@playwright/test'
import { editorOf, leaveDraft, openDesk } from './desk-trust'
import { addColleague } from './staff'

// What a hole in the desk would be used for. `strict-dynamic` alone lets a script of ours load any other.
const SINKS = [
  'markup',
  'a document of markup',
  'a document written',
  'a frame’s document',
  'a handler',
  'code',
  'a script’s text',
  'a script from elsewhere',
  'a picture as a script',
  'a policy of its own',
]

test('no page of the desk makes markup, code or a script’s address of text, whoever asks', async ({ browser }) => {
  const desk = await openDesk(browser, await addColleague('editor', '甄言'))
  const id = await leaveDraft(desk, { headline: '城门', bodyHtml: '<p>门里<abbr title="四座">城门</abbr>。</p>' })
  for (const address of ['/admin', `/admin/articles/${id}`]) {
    await desk.page.goto(address)
    if (address.endsWith(id)) await expect(editorOf(desk.page).body).toContainText('门里')
    const refused = await desk.page.evaluate(async () => {
      // What a debugger evaluates at once may evaluate, too.
      await new Promise((resolve) => setTimeout(resolve))
      const div = document.createElement('div')
      const script = () => document.createElement('script')
      const types = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes
      const tries = {
        markup: () => {
          div.innerHTML = '<img src=x onerror=alert(1)>'
        },
        'a document of markup': () => new DOMParser().parseFromString('<p>', 'text/html'),
        'a document written': () => document.write('<p>'),
        'a frame’s document': () => {
          document.createElement('iframe').srcdoc = '<script>1</script>'
        },
        'a handler': () => div.setAttribute('onclick', 'alert(1)'),
        // biome-ignore lint/security/noGlobalEval: that is what is tried
        code: () => eval('1'),
        'a script’s text': () => {
          script().text = 'alert(1)'
        },
        'a script from elsewhere': () => {
          script().src = 'https://evil.example/_next/static/a.js'
        },
        'a picture as a script': () => {
          script().src = '/media/ab/a.webp'
        },
        'a policy of its own': () => types.createPolicy('evil', { createHTML: (text: string) => text }),
      }
      const isRefused = (attempt: () => unknown) => {
        try {
          attempt()
          return false
        } catch {
          return true
        }
      }
      return Object.entries(tries).map(([name, attempt]) => [name, isRefused(attempt)])
    })
    expect(refused, address).toEqual(SINKS.map((name) => [name, true]))
  }
})
