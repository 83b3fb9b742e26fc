import type { Run } from '../model/run.ts'
import { sampleColumnNames } from '../model/sample.ts'

/** The run without the room that its columns have to grow: what comes back from anything that stores it. For tests. */
export function trimmed(run: Run): Run {
  const { slices, samples } = run
  const cut = <C extends { slice: (from: number, to: number) => C }>(column: C, count: number): C =>
    column.slice(0, count)
  const each = <C extends { slice: (from: number, to: number) => C }>(columns: readonly C[]): C[] =>
    columns.map((column) => cut(column, samples.count))
  const sampled = { ...samples }
  for (const name of sampleColumnNames) sampled[name] = cut(samples[name], samples.count)
  return {
    ...run,
    slices: {
      ...slices,
      kind: cut(slices.kind, slices.count),
      task: cut(slices.task, slices.count),
      slot: cut(slices.slot, slices.count),
      fromMs: cut(slices.fromMs, slices.count),
      toMs: cut(slices.toMs, slices.count),
      onCpuMs: cut(slices.onCpuMs, slices.count),
      readyMs: cut(slices.readyMs, slices.count),
    },
    samples: {
      ...sampled,
      coreBusy: each(samples.coreBusy),
      coreFrequencyMhz: each(samples.coreFrequencyMhz),
      slotOnCpuMs: each(samples.slotOnCpuMs),
      slotReadyMs: each(samples.slotReadyMs),
      slotCore: each(samples.slotCore),
    },
  }
}
