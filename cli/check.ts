// `npm run check`: what can be said in a minute.
import { checkSteps } from '@/cli/check-steps'
import { runSteps } from '@/cli/steps'
import { vitestStep } from '@/cli/test-steps'

const { passed, failed } = await runSteps([...checkSteps(), vitestStep('unit tests', 'unit')])
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
