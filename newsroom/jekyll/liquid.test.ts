import { describe, expect, it } from 'vitest'
import { readJekyllSite } from './jekyll-site'
import { readLiquid, restoreLiquid } from './liquid'

const site = readJekyllSite('url: https://news.example\nbaseurl: /paper\n')
const context = { site, postUrl: (name: string) => (name === '2022-02-08-a' ? '/cat/2022/02/08/a.html' : null) }

function read(source: string) {
  const { text, kept } = readLiquid(source, context)
  return { text: restoreLiquid(text, kept), told: kept.flatMap(({ text, line }) => (line === null ? [] : [`${line}: ${text}`])) }
}

describe('Liquid with a plain meaning', () => {
  it.each([
    ['{% raw %}{{ 甲 }}{% endraw %}', '{{ 甲 }}'],
    ['{%- raw -%}{% 乙 %}{%- endraw -%}', '{% 乙 %}'],
    ['前{% comment %}不发{% endcomment %}后', '前后'],
    [
      '{% highlight js linenos %}\nif (a < b) {{ c }}\n{% endhighlight %}',
      '<pre><code class="language-js">if (a &lt; b) {{ c }}</code></pre>',
    ],
    ['[甲]({% post_url 2022-02-08-a %})', '[甲](/cat/2022/02/08/a.html)'],
    ['{% link _posts/2022-02-08-a.md %}', '/cat/2022/02/08/a.html'],
    ['{{ "/a.png" | relative_url }}', '/paper/a.png'],
    ["{{ 'a.png' | absolute_url }}", 'https://news.example/paper/a.png'],
    ['{{ "https://x.example/" | relative_url }}', 'https://x.example/'],
    ['{{ site.url }}{{site.baseurl}}/a.png', 'https://news.example/paper/a.png'],
  ])('%s', (source, text) => expect(read(source)).toEqual({ text, told: [] }))
})

describe('all other Liquid stays as it is written and is told', () => {
  it.each([
    '{{ x }}',
    '{{ page.title | upcase }}',
    '{% include a.html b="*" %}',
    '{% if a < b %}',
    '{% post_url 1999-01-01-none %}',
    '{% link about.md %}',
    '{% raw %}',
    '{% highlight js %}',
  ])('%s', (tag) => expect(read(`一\n二${tag}三`)).toEqual({ text: `一\n二${tag}三`, told: [`2: ${tag}`] }))

  it('counts the lines of several', () => {
    expect(read('{{ a }}\n\n{{ b }} {{ c }}').told).toEqual(['1: {{ a }}', '3: {{ b }}', '3: {{ c }}'])
  })

  it('leaves braces of a text alone', () => {
    expect(read('{一}{{二\n三}} 5%} {% 四')).toEqual({ text: '{一}{{二\n三}} 5%} {% 四', told: [] })
  })

  it('finds its marks in an encoded address', () => {
    const { text, kept } = readLiquid('{{ a }}', context)
    expect(restoreLiquid(encodeURI(text), kept)).toBe('{{ a }}')
  })

  it('reads thousands of blocks that never end', () => {
    const source = '{% raw %}'.repeat(100_000)
    expect(read(source).text).toBe(source)
  })
})
