import { summarize } from './summary.ts'
import { summaryForJson } from './summary-for-json.ts'
import { runDocumentVersion, type RunDocument } from '../model/run-document.ts'
import { isOver, type Run, type RunHeader, type RunPhase } from '../model/run.ts'
import type { RunOrigin } from '../model/saved-run.ts'

/** What a run's document says beside the run. */
export interface DocumentFacts {
  readonly origin: RunOrigin
  /** Taskscope's own version. */
  readonly taskscope: string
}

/** Everything about a run but its columns. Its summary is worked out here: not for every batch of a run that goes on. */
export function describeRun(run: Run, { origin, taskscope }: DocumentFacts): RunDocument {
  const { header, phase, samples, slices, tasks } = run
  const over = isOver(phase)
  return {
    format: 'taskscope-run',
    schemaVersion: runDocumentVersion,
    ...header,
    ending: phase.kind,
    ...(phase.kind === 'broken' ? { message: phase.message } : {}),
    taskscope,
    origin,
    sampleShape: { cores: samples.cores, slots: samples.slots },
    recordedUntilMs: run.nowMs,
    droppedEvents: run.droppedEvents,
    slicesLeftOut: slices.leftOut,
    rows: over
      ? { tasks: tasks.count, slices: slices.count, samples: samples.count, failures: run.failures.size }
      : null,
    summary: over ? summaryForJson(summarize(run)) : null,
  }
}

/** What was fixed about the run that a document tells of. */
export function headerOf(document: RunDocument): RunHeader {
  const { id, startedAt, preset, plan, strategy, options, slots, environment, measurement, preparationMs } =
    document
  return { id, startedAt, preset, plan, strategy, options, slots, environment, measurement, preparationMs }
}

/** How the run ended that a document tells of; one that goes on in no process any more was interrupted. */
export function endingOf({ ending, message }: RunDocument): RunPhase {
  switch (ending) {
    case 'running':
    case 'cancelling':
      return { kind: 'interrupted' }
    case 'broken':
      return { kind: 'broken', message: message ?? '' }
    default:
      return { kind: ending }
  }
}
