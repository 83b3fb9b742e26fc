import { runDocumentVersion } from '#shared/model/run-document.ts'
import { InputError, quote } from '../../engine/input-error.ts'

/** A document as an object of which no more is known. */
export type Fields = Readonly<Record<string, unknown>>

/** Turns a document of the version before into one of its own: what was added since is filled in as "not known". */
export type Upgrader = (older: Fields) => Fields

/** Upgraders by the version that they make. A version that is not here is made by no step: 1 is the first. */
export type Upgraders = ReadonlyMap<number, Upgrader>

// A later version adds its step here, and a saved run of the version before to the tests.
const documentUpgraders: Upgraders = new Map()

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A document of any known version as one of the latest, step by step; what it holds is not checked. Throws an `InputError` where it is no
 * document of a run, or one of a later version.
 */
export function upgradeDocument(
  what: string,
  value: unknown,
  latest: number = runDocumentVersion,
  upgraders: Upgraders = documentUpgraders,
): Fields {
  if (!isFields(value)) throw new InputError(`${what}: expected an object, got ${quote(value)}.`)
  const { format, schemaVersion: version } = value
  if (format !== 'taskscope-run')
    throw new InputError(`${what}, format: expected "taskscope-run", got ${quote(format)}.`)
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > latest) {
    const known = latest === 1 ? '1' : `1 to ${latest}`
    const advice = typeof version === 'number' && version > latest ? ': a later Taskscope wrote it' : ''
    throw new InputError(`${what}, schemaVersion: expected ${known}, got ${quote(version)}${advice}.`)
  }
  let fields = value
  for (let next = version + 1; next <= latest; next++) {
    const upgrader = upgraders.get(next)
    if (upgrader === undefined) throw new Error(`Expected a step to version ${next} of run.json, got none`)
    fields = { ...upgrader(fields), schemaVersion: next }
  }
  return fields
}
