// What is aimed at, what was measured last, and how far it is: `npm run bench -- aims`. Measures nothing.
import { printAims } from './parts/results'

printAims()
