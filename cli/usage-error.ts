/** The command was written wrongly; fit to be printed as it is. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What `parseArgs` threw, in words for whoever typed it. */
export function misspelt({ code, message }: Error & { code?: string }): UsageError {
  const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new UsageError(`没有 ${option} 这个选项 / there is no option ${option}`)
  return new UsageError(`选项 ${option} 的写法不对 / option ${option} is not written like this: ${message}`)
}
