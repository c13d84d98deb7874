/** Who does it: named in every revision and record. */
export interface Actor {
  kind: 'system'
  name: string
}

/** The newsroom's own machinery: what happens by the clock. */
export const SYSTEM: Actor = { kind: 'system', name: 'system' }
/** Whatever reads archives. Only texts it wrote itself are its to replace. */
export const IMPORTER: Actor = { kind: 'system', name: 'import' }
