// `npm run export -- DIR`: exit 0 all out, 2 pictures are missing (each named), 1 could not run.
import { resolve } from 'node:path'
import { type Exported, exportArchive } from '@/server/exporter/export-archive'
import { importProgress } from './import-progress'
import { prepareDatabase } from './setup'
import { stopSignal } from './stop-signal'

const MOST_NAMED = 20

const [folder, ...more] = process.argv.slice(2)
if (!folder || folder.startsWith('-') || more.length > 0) {
  process.stderr.write('用法 / usage: npm run export -- DIR\n  DIR  新建或空的文件夹 / a folder that is new, or empty\n')
  process.exitCode = 1
} else process.exitCode = await runExport(resolve(folder))

async function runExport(folder: string): Promise<number> {
  const signal = stopSignal()
  const database = await prepareDatabase()
  const progress = importProgress(process.stderr)
  try {
    const done = await exportArchive({ folder, signal, onProgress: progress.show }).finally(progress.end)
    process.stdout.write(summary(folder, done))
    return done.missing.length > 0 ? 2 : 0
  } catch (error) {
    if (!signal.aborted) throw error
    process.stderr.write(`导出中断，${folder} 不完整 / the export was stopped, ${folder} is not whole\n`)
    return 1
  } finally {
    await database.release()
  }
}

function summary(folder: string, { articles, withdrawn, pictures, missing }: Exported): string {
  const lines = [
    `导出完成 / exported: ${folder}`,
    `  ${articles.toLocaleString('en').padStart(11)}  文章 articles`,
    `  ${withdrawn.toLocaleString('en').padStart(11)}  已撤下 withdrawn, without their texts`,
    `  ${pictures.toLocaleString('en').padStart(11)}  图片文件 files of pictures`,
    ...(missing.length > 0 ? [`  ${missing.length.toLocaleString('en').padStart(11)}  缺失 missing:`] : []),
    ...missing.slice(0, MOST_NAMED).map((key) => `    media/${key}`),
  ]
  return `${lines.join('\n')}\n`
}
