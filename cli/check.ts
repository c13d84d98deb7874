// `npm run check`: what can be said in a minute.
import { checkSteps } from './check-steps'
import { runSteps } from './steps'
import { vitestStep } from './test-steps'

const { passed, failed } = await runSteps([...checkSteps(), vitestStep('unit tests', 'unit')])
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
