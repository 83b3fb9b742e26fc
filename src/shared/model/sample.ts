/**
 * A hardware sample is one record of doubles: these fields, then one busy share (0 to 1) for each core, which covers
 * the interval that ends at `atMs`. NaN marks what could not be read.
 */
export const sampleField = {
  atMs: 0,
  /** The interval that the shares cover, as it really was. */
  intervalMs: 1,
  /** How much later than planned the sample was taken. */
  latenessMs: 2,
  memoryUsedBytes: 3,
  memoryAvailableBytes: 4,
  /** Resident memory of the process that runs the tasks' threads, and of its child processes. */
  processMemoryBytes: 5,
  /** CPU time that the sampler's own thread has used so far, in ms. */
  samplerCpuMs: 6,
} as const

export const sampleFixedFields = 7

/** Doubles in one sample record. */
export function sampleWidth(cores: number): number {
  return sampleFixedFields + cores
}

/** The samples of a run, column by column; each array holds `count` values (and room for more). */
export interface SampleTable {
  count: number
  readonly cores: number
  atMs: Float64Array
  intervalMs: Float64Array
  latenessMs: Float64Array
  memoryUsedBytes: Float64Array
  memoryAvailableBytes: Float64Array
  processMemoryBytes: Float64Array
  samplerCpuMs: Float64Array
  /** One column per core. */
  coreBusy: Float32Array[]
}

/** An empty sample table that grows as it is appended to. */
export function createSampleTable(cores: number, room = 256): SampleTable {
  return {
    count: 0,
    cores,
    atMs: new Float64Array(room),
    intervalMs: new Float64Array(room),
    latenessMs: new Float64Array(room),
    memoryUsedBytes: new Float64Array(room),
    memoryAvailableBytes: new Float64Array(room),
    processMemoryBytes: new Float64Array(room),
    samplerCpuMs: new Float64Array(room),
    coreBusy: Array.from({ length: cores }, () => new Float32Array(room)),
  }
}
