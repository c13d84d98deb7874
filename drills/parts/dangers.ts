/**
 * What stands in a document that could run, or take the place of something of ours; read in the browser that drew it, without the
 * rules under test. `allowed` starts what only React, at the desk, may say.
 */
export function dangersOf(drawn: Document): string[] {
  const OUTRIGHT = /^(?:object|embed|applet|base|frame|frameset|portal|math|marquee|bgsound|xml|noembed|noframes|plaintext|xmp)$/
  const NOT_IN_TEXTS =
    /^(?:script|style|link|meta|title|svg|math|form|input|button|select|option|textarea|template|iframe|object|embed|base|noscript|audio|video|track|canvas|dialog|slot|.*-.*)$/
  const ADDRESS = /^(?:href|xlink:href|src|action|formaction|data|poster|cite|background|ping|manifest|codebase|longdesc)$/
  const REACT = 'javascript:throw new Error('
  const dangers: string[] = []
  const isDesk = location.pathname.startsWith('/admin')
  const ours = (address: string) => new URL(address, drawn.baseURI).origin === location.origin
  for (const node of drawn.querySelectorAll('*')) {
    const name = node.localName
    const found = (what: string) => dangers.push(`${what} in ${node.outerHTML.slice(0, 160)}`)
    // What somebody wrote, as distinct from what the site draws around it.
    const isText = node.closest('.body, .ProseMirror') !== null && !node.matches('.body, .ProseMirror')
    const isOwnPart = isText && node.closest('[contenteditable=false]') !== null
    if (OUTRIGHT.test(name) || (isText && !isOwnPart && NOT_IN_TEXTS.test(name))) found(name)
    if (name === 'script') {
      const source = node.getAttribute('src')
      const type = node.getAttribute('type') ?? ''
      if (type === 'application/ld+json' || type === 'speculationrules') {
        try {
          JSON.parse(node.textContent ?? '')
        } catch {
          found('broken data')
        }
      } else if (isDesk ? !(source?.startsWith('/_next/') || (node as HTMLElement).nonce) : !source?.startsWith('/islands/'))
        found('script')
    }
    if (name === 'iframe' && !(isDesk && ours(node.getAttribute('src') ?? 'about:blank'))) found('iframe')
    if (name === 'meta' && node.getAttribute('http-equiv')?.toLowerCase() === 'refresh') found('refresh')
    for (const { name: attribute, value } of node.attributes) {
      if (/^on/i.test(attribute) || attribute === 'srcdoc') found(attribute)
      if (isText && !isOwnPart && !node.closest('.ProseMirror') && /^(?:style|name|is|slot|part)$/.test(attribute))
        found(attribute)
      if (isText && !isOwnPart && attribute === 'id' && !/^fn-/.test(value)) found('id')
      if (!ADDRESS.test(attribute) || (isDesk && value.startsWith(REACT))) continue
      const scheme = URL.parse(value, drawn.baseURI)?.protocol ?? ''
      const isPicture =
        scheme === 'data:' && /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)/.test(value) && /^(?:img|link)$/.test(name)
      if (!/^(?:https?|mailto|tel|blob|)$/.test(scheme.slice(0, -1)) && !isPicture) found(`${attribute}=${scheme}`)
      // What is fetched by itself is fetched of the site.
      if (attribute === 'src' && /^https?:/.test(scheme) && !ours(value)) found('src elsewhere')
    }
  }
  return dangers
}
