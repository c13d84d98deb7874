// `npm run worker`: jobs and what happens by the clock, in a process of their own (JOBS=worker keeps the site from doing them too).
import { prepareEnvironment } from './environment'
import { runUntilSignal } from './stop-on-signal'

await prepareEnvironment('production')
const { prepareDatabase } = await import('./setup')
const { startTracing } = await import('@/server/trace-export')
const { startScheduler } = await import('@/server/jobs/scheduler')
const say = (text: string) => console.log(text)
await runUntilSignal(say, async (stopper) => {
  stopper.add(await startTracing())
  const database = await prepareDatabase(stopper.signal)
  stopper.add(database.release)
  stopper.add(startScheduler(true).stop)
  say('任务进程已就绪 / the worker is ready')
})
