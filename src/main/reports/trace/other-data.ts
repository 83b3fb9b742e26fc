import { describeRun } from '#shared/analysis/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import type { ExportFacts } from '../exporter.ts'
import type { TaskFlows } from './task-flows.ts'
import { microsecondsText, type TraceClock } from './trace-clock.ts'

/** What the trace says of its run beside events: the run's document, without what the events tell. */
export function otherData(run: Run, facts: ExportFacts, clock: TraceClock, flows: TaskFlows): object {
  const { preset, plan, slots, sampleShape, rows, ...document } = describeRun(run, facts)
  return {
    ...document,
    // Of `run.json`, not of this.
    format: 'Taskscope trace',
    schemaVersion: undefined,
    exportedAt: facts.exportedAt,
    title: facts.labels.title,
    preset: { id: preset.id, title: preset.title },
    seed: plan.seed,
    groups: plan.groups.map(({ name, kind, workload, count, firstTask }) => ({
      name,
      kind,
      workload,
      count,
      firstTask,
    })),
    slotCount: slots.length,
    sampledCores: sampleShape.cores,
    taskCount: rows?.tasks ?? run.tasks.count,
    /** `ts` of run time 0. */
    runTimeZeroUs: Number(microsecondsText(clock.zeroNs)),
    flows: flows.areDrawn ? 'queued' : 'left out: too many tasks',
  }
}
