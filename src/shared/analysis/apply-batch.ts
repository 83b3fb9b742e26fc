import type { TaskIndex } from '../model/ids.ts'
import type { Run, RunBatch } from '../model/run.ts'
import type { TaskFailure } from '../model/task.ts'
import { foldSamples } from './fold-samples.ts'
import { foldSlices } from './fold-slices.ts'
import { foldTaskEvents } from './fold-task-events.ts'

/**
 * The run with a batch applied. The columns change in place (they are large); everything else is new, so that a view
 * which compares by identity sees the change.
 */
export function applyBatch(run: Run, batch: RunBatch): Run {
  foldTaskEvents(run.tasks, batch.events)
  foldSlices(run.slices, batch.events)
  foldSamples(run.samples, batch.samples)
  const failures: ReadonlyMap<TaskIndex, TaskFailure> =
    batch.failures.length === 0 ? run.failures : new Map([...run.failures, ...batch.failures])
  return { ...run, failures, phase: batch.phase, nowMs: batch.nowMs, droppedEvents: batch.droppedEvents }
}
