import type { Plan } from '../model/plan.ts'
import { sampleColumnNames, type SampleShape } from '../model/sample.ts'
import type { ColumnType } from './column-format.ts'
import { checksumsOfKeys, resultBytes } from './seeded-checksums.ts'
import { ofTask, seedsOf, sumOf, timeBeforeInSlot, type Guess } from './guesses.ts'

/** One column of a packed table. */
export interface ColumnLayout {
  readonly name: string
  readonly type: ColumnType
  /** At most 255; which one was taken is in the bytes. Beside them there is always: nothing to go by. */
  readonly guesses?: readonly Guess[]
  /** It has at least one byte for each row, so that a few bytes cannot claim to be many rows. */
  readonly hasBytes?: true
}

/** The order is part of the format: a column is guessed from those before it. */
export function taskLayout({ seed }: Plan): readonly ColumnLayout[] {
  return [
    { name: 'group', type: 'uint16' },
    { name: 'state', type: 'uint8' },
    { name: 'slot', type: 'int16' },
    { name: 'starts', type: 'uint8' },
    { name: 'progress', type: 'float32' },
    { name: 'queuedMs', type: 'float64' },
    // No column of the run's: only what others are guessed from.
    { name: 'runMs', type: 'float64' },
    { name: 'startedMs', type: 'float64', guesses: [timeBeforeInSlot('runMs'), sumOf(['queuedMs'])] },
    { name: 'finishedMs', type: 'float64', guesses: [sumOf(['startedMs', 'runMs'])] },
    { name: 'timerMs', type: 'float64', guesses: [sumOf(['runMs'])] },
    { name: 'ioMs', type: 'float64', guesses: [sumOf(['runMs'], ['timerMs'])] },
    { name: 'onCpuMs', type: 'float64', guesses: [sumOf(['runMs'], ['timerMs', 'ioMs'])] },
    { name: 'readyMs', type: 'float64', guesses: [sumOf(['runMs'], ['timerMs', 'ioMs', 'onCpuMs'])] },
    // Likewise no column of the run's.
    { name: 'checksumKey', type: 'float64' },
    {
      name: 'checksum',
      type: 'float64',
      guesses: [seedsOf(seed), ...resultBytes.map((bytes) => checksumsOfKeys(seed, bytes))],
    },
    { name: 'requeuedMs', type: 'float64', guesses: [sumOf(['startedMs'])] },
  ]
}

export const sliceLayout: readonly ColumnLayout[] = [
  { name: 'kind', type: 'uint8' },
  { name: 'task', type: 'int32' },
  { name: 'slot', type: 'int16' },
  { name: 'lengthMs', type: 'float64', guesses: [ofTask('runMs')] },
  {
    name: 'fromMs',
    type: 'float64',
    guesses: [timeBeforeInSlot('lengthMs'), ofTask('startedMs')],
    hasBytes: true,
  },
  { name: 'toMs', type: 'float64', guesses: [sumOf(['fromMs', 'lengthMs'])] },
  { name: 'onCpuMs', type: 'float32', guesses: [sumOf(['lengthMs'])] },
  { name: 'readyMs', type: 'float32', guesses: [sumOf(['lengthMs'], ['onCpuMs'])] },
]

/** `names`: the columns with one value per sample, which earlier versions had fewer of. Columns of the cores and slots are named with their position, such as `coreBusy.0`. */
export function sampleLayout(
  { cores, slots }: SampleShape,
  names: readonly string[] = sampleColumnNames,
): readonly ColumnLayout[] {
  const each = (count: number, name: string, type: ColumnType): ColumnLayout[] =>
    Array.from({ length: count }, (_, position) => ({ name: `${name}.${position}`, type }))
  return [
    ...names.map((name): ColumnLayout => ({
      name,
      type: 'float64',
      ...(name === 'atMs' ? { hasBytes: true } : {}),
    })),
    ...each(cores, 'coreBusy', 'float32'),
    ...each(cores, 'coreFrequencyMhz', 'float32'),
    ...each(slots, 'slotOnCpuMs', 'float32'),
    ...each(slots, 'slotReadyMs', 'float32'),
    ...each(slots, 'slotCore', 'int16'),
  ]
}

/** Name and message are positions in the table of texts. */
export const failureLayout: readonly ColumnLayout[] = [
  { name: 'task', type: 'int32', hasBytes: true },
  { name: 'name', type: 'int32' },
  { name: 'message', type: 'int32' },
]

/** Lengths of the texts, each once, in UTF-16 code units. */
export const textLayout: readonly ColumnLayout[] = [{ name: 'length', type: 'int32', hasBytes: true }]

/** All texts, one after the other, as UTF-16 code units. */
export const unitLayout: readonly ColumnLayout[] = [{ name: 'unit', type: 'uint16', hasBytes: true }]
