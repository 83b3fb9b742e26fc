import { expect, test } from 'vitest'
import { eventRecord, fakeRun } from '#shared/analysis/fake-run.ts'
import type { RunBatch } from '#shared/model/run.ts'
import { endRunWork, followRunWork } from './follow-run-work.ts'

test('a run’s progress is the share of its tasks that are settled, and its end says how', () => {
  const run = fakeRun({ groups: [{ count: 4 }], tasks: [] })
  const told: unknown[] = []
  let follower: ((batch: RunBatch) => void) | undefined
  followRunWork(
    { snapshot: { sequence: 0, run }, follow: (one) => ((follower = one), () => undefined) },
    { progress: (kind, done) => told.push([kind, done]) },
  )
  const batch = (...events: number[][]): void =>
    follower?.({ events: Float64Array.from(events.flat()) } as RunBatch)
  batch(eventRecord('queued', 0, 0), eventRecord('started', 0, 1))
  batch(eventRecord('settled', 0, 2), eventRecord('queued', 1, 2), eventRecord('settled', 1, 3))
  batch(eventRecord('settled', 2, 4))
  const work = { end: (kind: string, ending: string) => void told.push([kind, ending]) }
  endRunWork({ ...run, phase: { kind: 'cancelled' } }, work)
  endRunWork({ ...run, phase: { kind: 'broken', message: 'x' } }, work)
  expect(told).toEqual([
    ['run', 0.5],
    ['run', 0.75],
    ['run', 'cancelled'],
    ['run', 'failed'],
  ])
})
