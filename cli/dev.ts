// `npm run dev`: the same site with live reload. Nothing is cut or kept.
import { prepareEnvironment } from './environment'
import { runUntilSignal } from './stop-on-signal'

await prepareEnvironment('development')
const { developSite } = await import('./develop-site')
const say = (text: string) => console.log(text)
await runUntilSignal(say, (stopper) => developSite(say, stopper))
