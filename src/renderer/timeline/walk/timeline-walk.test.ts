import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import { queueDepth } from '#shared/analysis/queue-depth.ts'
import { Selection } from '../../state/selection.svelte.ts'
import { TimelineWalk } from './timeline-walk.svelte.ts'
import type { WalkMove } from './walk-keys.ts'
import { walkTracks } from './walk-tracks.ts'

const mebibyte = 1_048_576

function fakeWalk() {
  const run = fakeRun({
    groups: [{ name: 'crunch', count: 3 }],
    tasks: [
      { slot: 0, started: 10, finished: 110, onCpu: 80, ready: 20, timer: 0, io: 0 },
      { slot: 0, started: 120, finished: 130 },
      { slot: 1, started: 100, finished: 200, state: 'failed' },
    ],
    slots: [{ isShared: false }, { isShared: false }, { isShared: false }],
    samples: [],
  })
  const ground = {
    run,
    layout: layoutLanes(run.header.slots, run.tasks),
    tracks: walkTracks(run, queueDepth(run.tasks), [], false),
  }
  const selection = new Selection()
  const walk = new TimelineWalk(selection)
  const go = (...moves: readonly WalkMove[]): string =>
    moves.map((move) => walk.step(move, ground)).at(-1) ?? ''
  return { selection, walk, go }
}

test('a task is spoken with its lane, its times, its state and where its time went', () => {
  const { go, selection, walk } = fakeWalk()
  expect(go('here')).toBe(
    'crunch 1, slot 0, 10.0\u202fms to 110\u202fms, succeeded. queue wait 10.0\u202fms, on CPU 80.0\u202fms, ready, held up 20.0\u202fms.',
  )
  expect([selection.task, selection.isTold, walk.atMs]).toEqual([0, true, 10])
})

test('a lane’s end is said with the task that it is', () => {
  const { go } = fakeWalk()
  expect(go('here', 'after')).toContain('crunch 2, slot 0, 120\u202fms to 130\u202fms')
  expect(go('after')).toContain('Last of its lane: crunch 2')
  expect(go('row-start', 'before')).toContain('First of its lane: crunch 1')
})

test('a lane below is entered at the same time, and left upwards as it was entered', () => {
  const { go, walk } = fakeWalk()
  expect(go('here', 'after', 'below')).toContain('crunch 3, slot 1, 100\u202fms to 200\u202fms, failed')
  expect(walk.atMs).toBe(120)
  expect(go('above')).toContain('crunch 2')
})

test('a lane without a task says so, and the walk goes on through it into the tracks', () => {
  const { go, walk, selection } = fakeWalk()
  expect(go('here', 'below', 'below')).toBe('slot 2: no task.')
  expect(selection.task).toBeNull()
  expect(go('below')).toMatch(/^queue at .*: \d waiting\.$/)
  expect(walk.trackId).toBe('queue-track')
  expect(go('row-end')).toBe('queue at 120\u202fms: 0 waiting.')
  expect(go('before')).toBe('queue at 100\u202fms: 1 waiting.')
  expect(go('above')).toBe('slot 2: no task.')
})

test('where a mouse has selected a task, the walk goes on from there', () => {
  const { go, selection } = fakeWalk()
  go('here')
  selection.select(2)
  expect(go('earlier')).toContain('crunch 1')
  expect(go('later')).toContain('crunch 3')
  expect(go('later')).toContain('crunch 2')
  expect(go('later')).toContain('Last of the run: crunch 2')
})

test('who leaves takes the cursor along, and comes back to where they were', () => {
  const { go, walk } = fakeWalk()
  go('here', 'below', 'below', 'below')
  const before = walk.trackId
  walk.leave()
  expect([walk.trackId, walk.atMs]).toEqual([null, null])
  expect(go('here')).toMatch(/^queue/)
  expect(walk.trackId).toBe(before)
})

test('a track says the value that its sample has, and that there is none', () => {
  const run = fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 300 }] })
  const { samples } = run
  samples.count = 2
  samples.atMs.set([100, 200])
  samples.intervalMs.set([100, 100])
  samples.memoryUsedBytes.set([512 * mebibyte, NaN])
  const memory = walkTracks(run, queueDepth(run.tasks), [], false).find(({ id }) => id === 'memory-track')
  expect([memory?.valueAt(50), memory?.valueAt(150), memory?.valueAt(900)]).toEqual([
    '512\u202fMiB',
    'not measured',
    'not measured',
  ])
})
