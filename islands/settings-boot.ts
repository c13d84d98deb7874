/**
 * Runs in the head, before anything is painted: puts the reader's settings on <html>, says there whether data is to be saved
 * (the page then offers its lite edition), and leads a reader who chose
 * 关怀版 from a bare address to the same page in it. Pressing the switch of the view is what chooses and forgets.
 */
declare global {
  interface Navigator {
    /** Network Information API: Chromium only */
    connection?: { saveData: boolean }
  }
}

try {
  const kept = localStorage
  for (const choice of ['size', 'theme', 'face']) {
    const value = kept.getItem(`reading.${choice}`)
    if (value) document.documentElement.dataset[choice] = value
  }
  if (navigator.connection?.saveData) document.documentElement.dataset.sparing = ''
  const address = new URL(location.href)
  if (kept.getItem('reading.view') && !address.searchParams.has('view')) {
    address.searchParams.set('view', 'elder')
    location.replace(address)
  }
  // Both, since a middle press opens the other view in a new tab.
  for (const press of ['click', 'auxclick'])
    addEventListener(press, ({ target }) => {
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a.view-switch')
      if (!link) return
      if (/[?&]view=elder/.test(link.search)) kept.setItem('reading.view', 'elder')
      else kept.removeItem('reading.view')
    })
} catch {
  // Storage is refused: every page is as the server wrote it.
}
