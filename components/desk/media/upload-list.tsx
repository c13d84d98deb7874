'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { useFaultText } from '@/components/desk/ui/faults'
import type { UploadUnderWay } from './use-uploads'

interface UploadListProps {
  uploads: readonly UploadUnderWay[]
  onRemove(key: string): void
  onRetry(upload: UploadUnderWay): void
}

/** What is the file’s own fault is no better the second time. */
const MAY_PASS = new Set(['unreachable', 'signed-out', 'media.cut-off', 'media.no-space', 'media.storage-away'])

/** How far each picture is, and by name what was not taken and why. */
export function UploadList({ uploads, onRemove, onRetry }: UploadListProps) {
  const t = useTexts()
  const done = uploads.filter(({ state }) => state === 'done').length
  const open = uploads.filter(({ state }) => state !== 'done')
  return (
    <div aria-live="polite" className={uploads.length === 0 ? 'sr-only' : 'flex flex-col border-y border-line'}>
      {done > 0 && <p className="py-2 text-13 text-muted">{t('media.uploaded', { count: done })}</p>}
      <ul className="divide-y divide-line">
        {open.map((upload) => (
          <Line key={upload.key} upload={upload} onRemove={onRemove} onRetry={onRetry} />
        ))}
      </ul>
    </div>
  )
}

function Line({ upload, onRemove, onRetry }: { upload: UploadUnderWay } & Pick<UploadListProps, 'onRemove' | 'onRetry'>) {
  const t = useTexts()
  const faultText = useFaultText()
  const { key, name, state, done, faults } = upload
  const isRefused = state === 'refused'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-14">
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {isRefused ? (
        <span className="basis-full text-13 text-state-returned sm:basis-auto">{faults.map(faultText).join('；')}</span>
      ) : (
        <span className="flex items-center gap-3 text-13 text-muted tabular-nums">
          <progress aria-label={name} max={1} value={done} className="h-1 w-28 accent-ink" />
          {state === 'waiting' ? t('media.waiting') : t('media.percent', { percent: Math.round(done * 100) })}
        </span>
      )}
      <span className="flex">
        {isRefused && faults.every(({ code }) => MAY_PASS.has(code)) && (
          <Button kind="quiet" onClick={() => onRetry(upload)}>
            {t('common.retry')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => onRemove(key)}>
          {isRefused ? t('common.remove') : t('common.cancel')}
        </Button>
      </span>
    </li>
  )
}
