const MACHINE =
  /bot\b|spider|crawl|slurp|preview|monitor|curl|wget|python|java\/|go-http|okhttp|headless|lighthouse|externalhit|whatsapp|embedly/i

/** Whether a request is somebody reading: neither a machine that says so, nor a browser fetching ahead (Sec-Purpose). */
export function isReader(headers: { readonly [name: string]: string | string[] | undefined }): boolean {
  const agent = headers['user-agent']
  if (typeof agent !== 'string' || MACHINE.test(agent)) return false
  return ![headers['sec-purpose'], headers.purpose].some((purpose) => typeof purpose === 'string' && purpose.includes('prefetch'))
}

/** Whether they may be counted: readers who have not said that they do not want it (Global Privacy Control, Do Not Track). */
export function isCounted(headers: Parameters<typeof isReader>[0]): boolean {
  return headers['sec-gpc'] !== '1' && headers.dnt !== '1' && isReader(headers)
}
