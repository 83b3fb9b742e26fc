import type { Run } from '../model/run.ts'
import { sampleColumnNames } from '../model/sample.ts'
import { taskColumnNames } from '../model/task-table.ts'
import { ByteWriter } from './byte-writer.ts'
import { packedMagic, packedVersion, type Column } from './column-format.ts'
import { failureColumns } from './failure-columns.ts'
import { KnownColumns } from './known-columns.ts'
import { packColumn, type LastMarks } from './pack-column.ts'
import {
  failureLayout,
  sampleLayout,
  sliceLayout,
  taskLayout,
  textLayout,
  unitLayout,
  type ColumnLayout,
} from './table-layouts.ts'
import { checksumKeys } from './seeded-checksums.ts'
import { wholeNumbersOf } from './whole-numbers.ts'

/** How long each row took. It only helps: where it would not, it is 0. */
function lengthsOf(from: Float64Array, to: Float64Array): Float64Array {
  const lengths = new Float64Array(from.length)
  for (let row = 0; row < from.length; row++) {
    const length = (to[row] as number) - (from[row] as number)
    if (Number.isFinite(length)) lengths[row] = length
  }
  return wholeNumbersOf(lengths) === null ? lengths.fill(0) : lengths
}

function* packTable(
  name: string,
  layout: readonly ColumnLayout[],
  columns: ReadonlyMap<string, Column>,
  known: KnownColumns,
): Generator<Uint8Array> {
  yield new ByteWriter().name(name).u32(known.rows).bytes()
  const last: LastMarks = { marks: null }
  for (const column of layout) {
    const values = columns.get(column.name)
    if (values === undefined) throw new Error(`Expected a column ${column.name} of ${name}`)
    yield* packColumn(column, values.subarray(0, known.rows), known, last)
  }
}

function columnsOf(tasks: Run['tasks']): [string, Column][] {
  return taskColumnNames.map((name) => [name, tasks[name]])
}

function sampleColumns(samples: Run['samples']): Map<string, Column> {
  const columns = new Map<string, Column>(sampleColumnNames.map((name) => [name, samples[name]]))
  const lists = ['coreBusy', 'coreFrequencyMhz', 'slotOnCpuMs', 'slotReadyMs', 'slotCore'] as const
  for (const name of lists)
    for (const [position, column] of samples[name].entries()) columns.set(`${name}.${position}`, column)
  return columns
}

/**
 * The columns of a run (tasks, slices, samples, failures) as bytes, piece by piece: everything that its document does not tell.
 * Made to be deflated. Each piece is a column, or part of one.
 */
export function* packRun(run: Run): Generator<Uint8Array> {
  const { tasks, slices, samples } = run
  const head = new ByteWriter()
  for (const character of packedMagic) head.u8(character.charCodeAt(0))
  yield head.u8(packedVersion).bytes()

  const checksumKey = checksumKeys(run.header.plan.seed, tasks.checksum)
  const runMs = lengthsOf(tasks.startedMs, tasks.finishedMs)
  const taskColumns = new Map<string, Column>([
    ...columnsOf(tasks),
    ['runMs', runMs],
    ['checksumKey', checksumKey],
  ])
  const knownTasks = new KnownColumns(tasks.count)
  yield* packTable('tasks', taskLayout(run.header.plan), taskColumns, knownTasks)

  const { count, kind, task, slot, onCpuMs, readyMs } = slices
  const fromMs = slices.fromMs.subarray(0, count)
  const toMs = slices.toMs.subarray(0, count)
  const sliceColumns = new Map<string, Column>(
    Object.entries({ kind, task, slot, lengthMs: lengthsOf(fromMs, toMs), fromMs, toMs, onCpuMs, readyMs }),
  )
  yield* packTable('slices', sliceLayout, sliceColumns, new KnownColumns(count, knownTasks))

  const known = new KnownColumns(samples.count)
  yield* packTable('samples', sampleLayout(samples), sampleColumns(samples), known)

  const { failures, texts, units } = failureColumns(run.failures)
  yield* packTable('failures', failureLayout, failures, new KnownColumns(run.failures.size))
  yield* packTable('texts', textLayout, texts, new KnownColumns(texts.get('length')?.length ?? 0))
  yield* packTable('units', unitLayout, units, new KnownColumns(units.get('unit')?.length ?? 0))
}
