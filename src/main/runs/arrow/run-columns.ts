import {
  laterSampleNames,
  sampleColumnNames,
  type SampleShape,
  type sampleField,
} from '#shared/model/sample.ts'
import { sliceKind, type SliceKind } from '#shared/model/slice.ts'
import { taskStates } from '#shared/model/task.ts'
import type { TableSpec } from './column-spec.ts'

/** A time or an amount; null: not yet, or not known. */
const amount = { kind: 'float64', isNullable: true } as const
/** The same, of which earlier versions wrote nothing. */
const laterAmount = { ...amount, mayBeMissing: true } as const

/**
 * `tasks.arrows`: one row for each task, or, while the run goes on, for each task that changed since the batch before: the last row of a
 * task counts. Fields, units and nulls are those of `TaskTable`.
 */
export const taskColumns = {
  task: { kind: 'int32', isNullable: false },
  group: { kind: 'uint16' },
  state: { kind: 'words', words: taskStates },
  slot: { kind: 'int16', isNullable: true },
  queuedMs: amount,
  startedMs: amount,
  finishedMs: amount,
  onCpuMs: amount,
  readyMs: amount,
  timerMs: amount,
  ioMs: amount,
  checksum: amount,
  progress: { kind: 'float32', isNullable: false },
  starts: { kind: 'uint8' },
  requeuedMs: amount,
} as const satisfies TableSpec

/** In the order of their position in the column's dictionary; append only. */
export const sliceKindNames = [
  'ran',
  'computed',
  'timerWait',
  'ioWait',
  'minorCollection',
  'majorCollection',
] as const satisfies readonly SliceKind[]

/** What the first of them is in a `SliceTable`; the others follow. */
export const firstSliceCode = sliceKind.ran

/** `slices.arrows`: one row for each slice, in the order in which they came. Fields are those of `SliceTable`. */
export const sliceColumns = {
  kind: { kind: 'words', words: sliceKindNames },
  task: { kind: 'int32', isNullable: true },
  slot: { kind: 'int16', isNullable: true },
  fromMs: { kind: 'float64', isNullable: false },
  toMs: { kind: 'float64', isNullable: false },
  onCpuMs: { kind: 'float32', isNullable: true },
  readyMs: { kind: 'float32', isNullable: true },
} as const satisfies TableSpec

interface CoreColumns {
  readonly coreBusy: { readonly kind: 'list-float32'; readonly length: number; readonly isNullable: true }
  readonly coreFrequencyMhz: CoreColumns['coreBusy']
}

interface SlotColumns {
  readonly slotOnCpuMs: CoreColumns['coreBusy']
  readonly slotReadyMs: CoreColumns['coreBusy']
  readonly slotCore: { readonly kind: 'list-int16'; readonly length: number; readonly isNullable: true }
}

/** Left out of a stream where there are no cores or no slots: a list of no values is none. */
export type SampleColumns = Readonly<Record<keyof typeof sampleField, typeof amount | typeof laterAmount>> &
  Partial<CoreColumns> &
  Partial<SlotColumns>

/** `samples.arrows`: one row for each sample, in order of time. Fields are those of `SampleTable`; its columns of cores and slots are lists. */
export function sampleColumns({ cores, slots }: SampleShape): SampleColumns & TableSpec {
  const floats = (length: number): CoreColumns['coreBusy'] => ({
    kind: 'list-float32',
    length,
    isNullable: true,
  })
  const fixed = Object.fromEntries(
    sampleColumnNames.map((name) => [name, laterSampleNames.has(name) ? laterAmount : amount]),
  ) as Record<keyof typeof sampleField, typeof amount | typeof laterAmount>
  const ofCores: CoreColumns = { coreBusy: floats(cores), coreFrequencyMhz: floats(cores) }
  const ofSlots: SlotColumns = {
    slotOnCpuMs: floats(slots),
    slotReadyMs: floats(slots),
    slotCore: { kind: 'list-int16', length: slots, isNullable: true },
  }
  const all: SampleColumns = { ...fixed, ...(cores > 0 ? ofCores : {}), ...(slots > 0 ? ofSlots : {}) }
  return all
}

/** `failures.arrows`: why a task failed, once for each that did. */
export const failureColumns = {
  task: { kind: 'int32', isNullable: false },
  name: { kind: 'text' },
  message: { kind: 'text' },
} as const satisfies TableSpec
