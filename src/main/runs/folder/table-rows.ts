import type { SampleTable } from '#shared/model/sample.ts'
import { sampleColumnNames } from '#shared/model/sample.ts'
import type { SliceTable } from '#shared/model/slice.ts'
import type { TaskFailure } from '#shared/model/task.ts'
import type { TaskTable } from '#shared/model/task-table.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { Columns } from '../arrow/column-spec.ts'
import type { failureColumns, sliceColumns, taskColumns } from '../arrow/run-columns.ts'
import { firstSliceCode, type SampleColumns } from '../arrow/run-columns.ts'
import {
  pickedBytes,
  pickedDoubles,
  pickedFloats,
  pickedShorts,
  pickedUnsignedShorts,
} from './picked-values.ts'

/** These tasks as columns, in this order. */
export function taskRows(tasks: TaskTable, rows: Int32Array): Columns<typeof taskColumns> {
  return {
    task: rows,
    group: pickedUnsignedShorts(tasks.group, rows),
    state: pickedBytes(tasks.state, rows),
    slot: pickedShorts(tasks.slot, rows),
    queuedMs: pickedDoubles(tasks.queuedMs, rows),
    startedMs: pickedDoubles(tasks.startedMs, rows),
    finishedMs: pickedDoubles(tasks.finishedMs, rows),
    onCpuMs: pickedDoubles(tasks.onCpuMs, rows),
    readyMs: pickedDoubles(tasks.readyMs, rows),
    timerMs: pickedDoubles(tasks.timerMs, rows),
    ioMs: pickedDoubles(tasks.ioMs, rows),
    checksum: pickedDoubles(tasks.checksum, rows),
    progress: pickedFloats(tasks.progress, rows),
    starts: pickedBytes(tasks.starts, rows),
    requeuedMs: pickedDoubles(tasks.requeuedMs, rows),
  }
}

function numbersFrom(from: number, to: number): Int32Array {
  const numbers = new Int32Array(to - from)
  for (let at = 0; at < numbers.length; at++) numbers[at] = from + at
  return numbers
}

/** All tasks from one to before another as columns, without copying them. */
export function taskRange(tasks: TaskTable, from: number, to: number): Columns<typeof taskColumns> {
  return {
    task: numbersFrom(from, to),
    group: tasks.group.subarray(from, to),
    state: tasks.state.subarray(from, to),
    slot: tasks.slot.subarray(from, to),
    queuedMs: tasks.queuedMs.subarray(from, to),
    startedMs: tasks.startedMs.subarray(from, to),
    finishedMs: tasks.finishedMs.subarray(from, to),
    onCpuMs: tasks.onCpuMs.subarray(from, to),
    readyMs: tasks.readyMs.subarray(from, to),
    timerMs: tasks.timerMs.subarray(from, to),
    ioMs: tasks.ioMs.subarray(from, to),
    checksum: tasks.checksum.subarray(from, to),
    progress: tasks.progress.subarray(from, to),
    starts: tasks.starts.subarray(from, to),
    requeuedMs: tasks.requeuedMs.subarray(from, to),
  }
}

/** All slices from one to before another as columns. */
export function sliceRange(slices: SliceTable, from: number, to: number): Columns<typeof sliceColumns> {
  return {
    kind: slices.kind.subarray(from, to).map((code) => code - firstSliceCode),
    task: slices.task.subarray(from, to),
    slot: slices.slot.subarray(from, to),
    fromMs: slices.fromMs.subarray(from, to),
    toMs: slices.toMs.subarray(from, to),
    onCpuMs: slices.onCpuMs.subarray(from, to),
    readyMs: slices.readyMs.subarray(from, to),
  }
}

/** One column for each core or slot, as a list for each row. */
function interleaved<Values extends Float32Array | Int16Array>(
  columns: readonly Values[],
  from: number,
  to: number,
  target: Values,
): Values {
  for (const [position, column] of columns.entries()) {
    for (let row = from; row < to; row++)
      target[(row - from) * columns.length + position] = column[row] as number
  }
  return target
}

/** All samples from one to before another as columns: for the spec that `sampleColumns` makes of their shape. */
export function sampleRange(samples: SampleTable, from: number, to: number): Columns<SampleColumns> {
  const rows = to - from
  const floats = (columns: readonly Float32Array[]): Float32Array =>
    interleaved(columns, from, to, new Float32Array(rows * columns.length))
  const fixed = Object.fromEntries(
    sampleColumnNames.map((name) => [name, samples[name].subarray(from, to)]),
  ) as Record<(typeof sampleColumnNames)[number], Float64Array>
  return {
    ...fixed,
    coreBusy: floats(samples.coreBusy),
    coreFrequencyMhz: floats(samples.coreFrequencyMhz),
    slotOnCpuMs: floats(samples.slotOnCpuMs),
    slotReadyMs: floats(samples.slotReadyMs),
    slotCore: interleaved(samples.slotCore, from, to, new Int16Array(rows * samples.slots)),
  }
}

/** Failures as columns, in the order in which they are given. */
export function failureRows(
  failures: readonly (readonly [TaskIndex, TaskFailure])[],
): Columns<typeof failureColumns> {
  return {
    task: Int32Array.from(failures, ([task]) => task),
    name: failures.map(([, { name }]) => name),
    message: failures.map(([, { message }]) => message),
  }
}
