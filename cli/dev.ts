// `npm run dev`: the same site with live reload. Nothing is cut or kept.
import { prepareEnvironment } from '@/cli/environment'
import { stopOnSignal } from '@/cli/stop-on-signal'

await prepareEnvironment('development')
const { developSite } = await import('@/cli/develop-site')
const say = (text: string) => console.log(text)
const stopper = stopOnSignal(say)
try {
  await developSite(say, stopper)
} catch (error) {
  await stopper.stop()
  throw error
}
