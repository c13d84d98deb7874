import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'

/** Passwords that tests made up. */
const MADE_UP = ['/:(geheim|qinghe-db|s3cr%25et)@/']

const CONNECTION_STRINGS = '@secretlint/secretlint-rule-database-connection-string'
const config = {
  rules: [
    {
      id: '@secretlint/secretlint-rule-preset-recommend',
      rule: creator,
      rules: [{ id: CONNECTION_STRINGS, options: { allows: MADE_UP } }],
    },
  ],
}

/** Where a text holds a key, token or password, `line: what`; the secret itself is not repeated. */
export async function findSecrets(filePath: string, content: string): Promise<string[]> {
  const source = { filePath, content, contentType: 'text' as const }
  const { messages } = await lintSource({ source, options: { config, maskSecrets: true, noPhysicFilePath: true } })
  return messages.map(({ loc, message }) => `${filePath}:${loc.start.line}: ${message}`)
}
