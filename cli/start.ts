// `npm start`: everything a fresh machine needs, then the site.
import { prepareEnvironment } from '@/cli/environment'
import { stopOnSignal } from '@/cli/stop-on-signal'

await prepareEnvironment('production')
const { startSite } = await import('@/cli/start-site')
const say = (text: string) => console.log(text)
const stopper = stopOnSignal(say)
try {
  await startSite(say, stopper)
} catch (error) {
  await stopper.stop()
  throw error
}
