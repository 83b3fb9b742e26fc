/**
 * A hardware sample is one record of doubles: these fields, then two for each core (`coreField`), then three for each slot
 * (`slotField`). Shares and differences cover the interval that ends at `atMs`. NaN marks what could not be read.
 */
export const sampleField = {
  atMs: 0,
  /** The interval that the shares cover, as it really was. */
  intervalMs: 1,
  /** How much later than planned the sample was taken. */
  latenessMs: 2,
  memoryUsedBytes: 3,
  memoryAvailableBytes: 4,
  swapUsedBytes: 5,
  /** Resident memory of the process that runs the tasks' threads, and of its child processes. */
  processMemoryBytes: 6,
  /** CPU time of that process so far, all its threads, without child processes, in ms. */
  processCpuMs: 7,
  /** Pages that the process had to wait for the disk for, so far. */
  majorFaults: 8,
  /** CPU time of the main thread so far (scheduler, recorder), in ms. */
  mainThreadCpuMs: 9,
  /** CPU time that the sampler's own thread has used so far, in ms. */
  samplerCpuMs: 10,
  /** CPU time of the app's other processes so far (window, graphics), in ms; NaN where there are none. */
  windowCpuMs: 11,
  /** The longest that the main thread's loop was late within the interval. */
  mainLoopDelayMs: 12,
  /** The longest that the loop thread's loop was late within the interval; NaN where no tasks were on it. */
  taskLoopDelayMs: 13,
  temperatureCelsius: 14,
  /** CPU time that telling the loop's tasks apart has taken so far, in ms; NaN where nobody does. Part of its thread's. */
  anatomyCpuMs: 15,
  /** How long the machine slept within the interval, in ms; 0 where it did not. Run times do not count it. */
  asleepMs: 16,
  /** How often the machine has held its processors back for heat so far; NaN where it does not tell. */
  throttles: 17,
} as const

export const sampleFixedFields = 18

/** Of one core, counted from `sampleFixedFields + core * coreFields`. */
export const coreField = {
  /** Share of the interval, 0 to 1. */
  busy: 0,
  frequencyMhz: 1,
} as const
export const coreFields = 2

/** Of one slot, counted from `sampleFixedFields + cores * coreFields + slot * slotFields`. */
export const slotField = {
  /** CPU time of the slot's thread within the interval, in ms. */
  onCpuMs: 0,
  /** Time within the interval in which it was ready, but had no core, in ms. */
  readyMs: 1,
  /** Row of the core that it was last on. */
  core: 2,
} as const
export const slotFields = 3

/** How many cores and slots each sample covers. */
export interface SampleShape {
  readonly cores: number
  readonly slots: number
}

/** Doubles in one sample record. */
export function sampleWidth({ cores, slots }: SampleShape): number {
  return sampleFixedFields + cores * coreFields + slots * slotFields
}

/** Columns with one value per sample. */
export const sampleColumnNames = Object.keys(sampleField) as readonly (keyof typeof sampleField)[]

/** Columns that came later than the first saved runs: a record without them is whole. */
export const laterSampleNames: ReadonlySet<string> = new Set<keyof typeof sampleField>([
  'asleepMs',
  'throttles',
])

/** The samples of a run, column by column; each array holds `count` values (and room for more). */
export interface SampleTable extends Record<keyof typeof sampleField, Float64Array> {
  count: number
  readonly cores: number
  readonly slots: number
  /** One column per core. */
  coreBusy: Float32Array[]
  coreFrequencyMhz: Float32Array[]
  /** One column per slot. */
  slotOnCpuMs: Float32Array[]
  slotReadyMs: Float32Array[]
  /** Row of the core; -1: not known. */
  slotCore: Int16Array[]
}

/** An empty sample table that grows as it is appended to. */
export function createSampleTable({ cores, slots }: SampleShape, room = 256): SampleTable {
  const shares = (columns: number): Float32Array[] =>
    Array.from({ length: columns }, () => new Float32Array(room))
  const fixed = Object.fromEntries(sampleColumnNames.map((name) => [name, new Float64Array(room)])) as Record<
    keyof typeof sampleField,
    Float64Array
  >
  return {
    ...fixed,
    count: 0,
    cores,
    slots,
    coreBusy: shares(cores),
    coreFrequencyMhz: shares(cores),
    slotOnCpuMs: shares(slots),
    slotReadyMs: shares(slots),
    slotCore: Array.from({ length: slots }, () => new Int16Array(room)),
  }
}
