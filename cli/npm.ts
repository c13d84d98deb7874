import { execFile } from 'node:child_process'

/** What npm says on its standard output, whatever it ends with: the one that runs this command, else the first in the path. */
export function npm(args: string[]): Promise<string> {
  const script = process.env.npm_execpath
  const [file, before] = script ? [process.execPath, [script]] : ['npm', []]
  const options = { maxBuffer: 2 ** 26, shell: process.platform === 'win32' && !script }
  return new Promise((resolve, reject) => {
    execFile(file, [...before, ...args], options, (error, stdout, stderr) => {
      if (stdout.trim() === '') reject(new Error(`npm ${args[0]} says nothing: ${stderr.trim() || error?.message}`))
      else resolve(stdout)
    })
  })
}
