import type { Run } from '#shared/model/run.ts'
import { sampleColumnNames } from '#shared/model/sample.ts'
import { taskColumnNames } from '#shared/model/task-table.ts'

/** Columns without the room that they have to grow. */
export function columnsOf({ tasks, slices, samples }: Run): unknown {
  const cut = (column: { subarray(from: number, to: number): unknown }): unknown =>
    column.subarray(0, samples.count)
  return {
    tasks: Object.fromEntries(taskColumnNames.map((name) => [name, tasks[name]])),
    taskCount: tasks.count,
    slices: Object.fromEntries(
      Object.entries(slices).map(([name, column]: [string, unknown]) => [
        name,
        ArrayBuffer.isView(column) ? (column as Float64Array).subarray(0, slices.count) : column,
      ]),
    ),
    samples: {
      count: samples.count,
      cores: samples.cores,
      slots: samples.slots,
      fixed: sampleColumnNames.map((name) => cut(samples[name])),
      coreBusy: samples.coreBusy.map(cut),
      coreFrequencyMhz: samples.coreFrequencyMhz.map(cut),
      slotOnCpuMs: samples.slotOnCpuMs.map(cut),
      slotReadyMs: samples.slotReadyMs.map(cut),
      slotCore: samples.slotCore.map(cut),
    },
  }
}

/** Everything about a run that is not columns; made-up presets have groups that are planned already. */
export function factsOf({ header, failures, phase, nowMs, droppedEvents }: Run): unknown {
  const { preset, ...rest } = header
  return { ...rest, preset: { ...preset, groups: null }, failures, phase, nowMs, droppedEvents }
}
