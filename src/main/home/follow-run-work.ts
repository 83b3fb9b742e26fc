import type { Run } from '#shared/model/run.ts'
import { eventField, eventKind, eventWidth } from '#shared/model/task-event.ts'
import type { Followable } from '../ipc/run-stream.ts'
import type { WorkUnderWay } from './work-under-way.ts'

/** Tells how much of a run's tasks are over, from its batches: counted as they come, and never all of them again. */
export function followRunWork(recorder: Followable, work: Pick<WorkUnderWay, 'progress'>): void {
  const { count } = recorder.snapshot.run.tasks
  let settled = 0
  recorder.follow(({ events }) => {
    for (let at = 0; at < events.length; at += eventWidth)
      if (events[at + eventField.kind] === eventKind.settled) settled++
    if (settled > 0) work.progress('run', settled / count)
  })
}

/** Tells that a run is over. */
export function endRunWork({ phase }: Run, work: Pick<WorkUnderWay, 'end'>): void {
  work.end('run', phase.kind === 'completed' || phase.kind === 'cancelled' ? phase.kind : 'failed')
}
