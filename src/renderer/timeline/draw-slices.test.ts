import { expect, test } from 'vitest'
import { fakeRun, type FakeSlice, type FakeTask } from '#shared/analysis/fake-run.ts'
import type { TaskKind } from '#shared/model/task.ts'
import { drawSlices, solidity, type SpanBox } from './draw-slices.ts'
import { fakeDrawing, type Drawn } from './fake-drawing.ts'
import { sliceIndexOf } from './slice-index.ts'

const boxOf = (left: number, right: number): SpanBox => ({ left, right, y: 0, height: 18, hue: 2, alpha: 1 })

/** What one task's slices draw, without the light ground; null: nothing is drawn at all. */
function draw(
  task: FakeTask,
  slices: readonly FakeSlice[],
  box: SpanBox,
  openToMs = NaN,
  kind: TaskKind = 'cpu',
): readonly Drawn[] | null {
  const run = fakeRun({ groups: [{ kind }], tasks: [task], slices })
  const { drawing, drawn } = fakeDrawing(200, 18)
  return drawSlices(drawing, run, sliceIndexOf(run), 0, openToMs, box) ? drawn.slice(1) : null
}

test('a thread’s slice is solid for its time on CPU, and ends in slanted lines for its time without a core', () => {
  expect(
    draw(
      { started: 10, finished: 110 },
      [
        { kind: 'computed', task: 0, from: 10, to: 50, onCpu: 30, ready: 10 },
        { kind: 'timerWait', task: 0, from: 50, to: 90 },
        { kind: 'computed', task: 0, from: 90, to: 110, onCpu: 20, ready: 0 },
      ],
      boxOf(10, 110),
    ),
  ).toEqual([
    ['fill', 10, 0, 30, 18, 'hue 2', 1],
    ['fill', 40, 0, 10, 18, 'hatch 2', 1],
    ['fill', 90, 0, 20, 18, 'hue 2', 1],
  ])
})

test('an async task is held up before it runs, but not before it ran last', () => {
  expect(
    draw(
      { started: 0, finished: 100 },
      [
        { kind: 'ran', task: 0, from: 0, to: 20, ready: 0 },
        { kind: 'ran', task: 0, from: 60, to: 70, ready: 15 },
        // It may have been ready from a time on at which it ran itself.
        { kind: 'ran', task: 0, from: 80, to: 90, ready: 40 },
      ],
      boxOf(0, 100),
      NaN,
      'async',
    ),
  ).toEqual([
    ['fill', 0, 0, 20, 18, 'hue 2', 1],
    ['fill', 45, 0, 15, 18, 'hatch 2', 1],
    ['fill', 60, 0, 10, 18, 'hue 2', 1],
    ['fill', 70, 0, 10, 18, 'hatch 2', 1],
    ['fill', 80, 0, 10, 18, 'hue 2', 1],
  ])
})

test('slices of one pixel are one column, as strong as they cover it', () => {
  const short = (from: number, ms: number): FakeSlice => ({
    kind: 'computed',
    task: 0,
    from,
    to: from + ms,
    ready: 0,
  })
  expect(
    draw(
      { started: 0, finished: 20 },
      [short(3, 0.25), short(3.5, 0.25), short(3.8, 0.1), short(7.2, 0.01), short(10, 4)],
      boxOf(0, 20),
    ),
  ).toEqual([
    ['fill', 3, 0, 1, 18, 'hue 2', 0.6],
    ['fill', 7, 0, 1, 18, 'hue 2', 0.35],
    ['fill', 10, 0, 4, 18, 'hue 2', 1],
  ])
})

test('what a running task does since its last slice is drawn as not known yet', () => {
  const slices: FakeSlice[] = [{ kind: 'computed', task: 0, from: 0, to: 30, ready: 0 }]
  expect(draw({ started: 0 }, slices, boxOf(0, 80), 80)).toEqual([
    ['fill', 0, 0, 30, 18, 'hue 2', 1],
    ['fill', 30, 0, 50, 18, 'hue 2', 0.55],
  ])
})

test('slices outside of what is visible are not drawn', () => {
  const slices: FakeSlice[] = [0, 40, 300].map((from) => ({
    kind: 'computed',
    task: 0,
    from,
    to: from + 30,
    ready: 0,
  }))
  expect(draw({ started: 0, finished: 400 }, slices, boxOf(20, 200))).toEqual([
    ['fill', 20, 0, 10, 18, 'hue 2', 1],
    ['fill', 40, 0, 30, 18, 'hue 2', 1],
  ])
})

test('a task without slices, or with some from before it was put back only, is left to others to draw', () => {
  expect(draw({ started: 0, finished: 50 }, [], boxOf(0, 50))).toBe(null)
  const earlier: FakeSlice[] = [{ kind: 'computed', task: 0, from: 0, to: 30, ready: 0 }]
  expect(draw({ started: 40, finished: 90 }, earlier, boxOf(40, 90))).toBe(null)
})

test('how solid the places for name and mark are is told', () => {
  draw(
    { started: 0, finished: 160 },
    [
      { kind: 'computed', task: 0, from: 0, to: 40, ready: 20 },
      { kind: 'computed', task: 0, from: 147, to: 160, ready: 0 },
    ],
    boxOf(0, 160),
  )
  expect(solidity).toEqual({ name: 0.25, nameLines: 0.25, mark: 1 })
})
