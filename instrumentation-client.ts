import { config } from 'zod/v4/core'
import { guardPage } from '@/components/desk/trusted-types'

// Before anything else runs in a page of the desk. Readers' pages carry no script of the framework's.
guardPage()
// Else it would try whether it may make code of text, which is reported even though it minds no refusal.
config({ jitless: true })
