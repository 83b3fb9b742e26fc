import { jsonReportSchemaVersion } from '#shared/model/json-report.ts'
import { nothingMeasured } from '#shared/model/measurement.ts'
import { defaultRunOptions, type RunOptions } from '#shared/model/run-options.ts'
import { InputError, quote } from '../../engine/input-error.ts'
import { parseInput } from '../../engine/schema-error.ts'
import { reportHeader, type ReportHeader } from './header-schema.ts'

/** The fields of a report that are no lists of rows, by name. */
export type ReportFields = Readonly<Record<string, unknown>>

/** The lists of rows that a version has. */
const listsOf: Readonly<Record<number, readonly string[]>> = {
  1: ['tasks', 'samples'],
  2: ['tasks', 'slices', 'samples'],
}

/**
 * What version 1 did not tell, as version 2 tells that it is not known: where numbers came from, what was done on loops, and what
 * collected garbage.
 */
function upgradeVersion1(fields: ReportFields): ReportFields {
  const { blockedLoopMs } = defaultRunOptions(1)
  const added: Pick<RunOptions, 'detail' | 'blockedLoopMs'> = { detail: 'stamps', blockedLoopMs }
  const { options } = fields
  return {
    ...fields,
    // What is no object is refused as such later.
    options: typeof options === 'object' && options !== null ? { ...options, ...added } : options,
    measurement: nothingMeasured,
    slicesLeftOut: 0,
  }
}

/**
 * A report's header from its fields, of whatever version. Throws an `InputError` where it is no report, one of a later version, or a
 * field or list is missing or wrong.
 */
export function readHeader(what: string, fields: ReportFields, lists: ReadonlySet<string>): ReportHeader {
  const { kind, schemaVersion } = fields
  if (kind !== 'taskscope-run') {
    throw new InputError(
      `${what}, kind: expected "taskscope-run", the JSON report of a run, got ${quote(kind)}.`,
    )
  }
  const expected = typeof schemaVersion === 'number' ? listsOf[schemaVersion] : undefined
  if (expected === undefined) {
    const isLater = typeof schemaVersion === 'number' && schemaVersion > jsonReportSchemaVersion
    const advice = isLater ? ': a later Taskscope made it' : ''
    throw new InputError(
      `${what}, schemaVersion: expected 1 to ${jsonReportSchemaVersion}, got ${quote(schemaVersion)}${advice}.`,
    )
  }
  const missing = expected.find((list) => !lists.has(list))
  if (missing !== undefined)
    throw new InputError(`${what}, ${missing}: expected a list, got ${quote(fields[missing])}.`)
  return parseInput(what, reportHeader, schemaVersion === 1 ? upgradeVersion1(fields) : fields)
}
