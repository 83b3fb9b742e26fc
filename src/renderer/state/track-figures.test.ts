import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import type { FollowedRun } from './run-follower.ts'
import { LatestTrackFigures } from './track-figures.ts'

const running: RunPhase = { kind: 'running' }

/** A loop that the first of two tasks holds for 100 ms. */
function followed(phase: RunPhase): FollowedRun {
  const run: Run = {
    ...fakeRun({
      groups: [{ kind: 'cpu' }, { kind: 'async' }],
      tasks: [
        { started: 0, finished: 100 },
        { started: 0, finished: 120 },
      ],
      slots: [{ isShared: true }],
      samples: [sampleRecord({ atMs: 100, intervalMs: 100, cores: [{ busy: 1 }] })],
      nowMs: 120,
    }),
    phase,
  }
  return { run, lanes: layoutLanes(run.header.slots, run.tasks) }
}

test('what the tracks show is worked out while the run goes on, and once more when it is over', () => {
  const figures = new LatestTrackFigures(() => 0)
  const live = figures.of(followed(running))
  expect([live.sampleCount, live.blocked.length, live.coreGroups.length]).toEqual([1, 1, 1])
  const final = figures.of(followed({ kind: 'completed' }))
  expect(final).not.toBe(live)
  // Nothing changes after the end: the very same object.
  expect(figures.of(followed({ kind: 'completed' }))).toBe(final)
})

test('what takes long to derive is derived less often while the run goes on', () => {
  let clockMs = 0
  // Each reading of the clock is a millisecond later, so deriving takes one.
  const figures = new LatestTrackFigures(() => clockMs++)
  const first = figures.of(followed(running))
  expect(figures.of(followed(running))).toBe(first)
  clockMs += 50
  expect(figures.of(followed(running))).not.toBe(first)
})
