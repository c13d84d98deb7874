// `npm start`: everything a fresh machine needs, then the site.
import { prepareEnvironment } from './environment'
import { runUntilSignal } from './stop-on-signal'

await prepareEnvironment('production')
const { startSite } = await import('./start-site')
const say = (text: string) => console.log(text)
await runUntilSignal(say, (stopper) => startSite(say, stopper))
