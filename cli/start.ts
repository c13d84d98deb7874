// `npm start`: everything a fresh machine needs, then the site.
import { prepareEnvironment } from '@/cli/environment'
import { runUntilSignal } from '@/cli/stop-on-signal'

await prepareEnvironment('production')
const { startSite } = await import('@/cli/start-site')
const say = (text: string) => console.log(text)
await runUntilSignal(say, (stopper) => startSite(say, stopper))
