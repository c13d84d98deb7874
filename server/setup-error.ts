/** What stands around Broadsheet is not as it must be; the message says what it is and what to do, fit to be printed as it is. */
export class SetupError extends Error {
  override name = 'SetupError'
}
