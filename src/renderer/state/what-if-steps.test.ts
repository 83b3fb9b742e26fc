import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Run } from '#shared/model/run.ts'
import { questionsAbout, whatIfSteps, type Varied, type WhatIfAnswer } from './what-if-steps.ts'

/** Four computing tasks of 100 ms on two workers and two cores: two after two. */
const computing = fakeRun({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 4 }],
  slots: [
    { isShared: false, executor: 'cpu' },
    { isShared: false, executor: 'cpu' },
  ],
  tasks: [0, 0, 100, 100].map((started, at) => ({
    started,
    finished: started + 100,
    slot: at % 2,
    onCpu: 100,
    ready: 0,
    timer: 0,
    io: 0,
  })),
  cores: 2,
  nowMs: 200,
})

function answerTo(run: Run, about: Varied): { answer: WhatIfAnswer; done: number[] } {
  const steps = whatIfSteps(run, about)
  const done: number[] = []
  for (;;) {
    const next = steps.next()
    if (next.done === true) return { answer: next.value, done }
    done.push(next.value)
  }
}

test('a curve has a point for each value, the measured one among them, and the model’s own error', () => {
  const { answer } = answerTo(computing, 'cores')
  if (answer.kind !== 'curve') throw new Error(`Expected a curve, got ${answer.kind}`)
  const at = (value: number): number =>
    Math.round(answer.points.find((point) => point.value === value)?.makespanMs ?? NaN)
  expect([at(1), at(2), at(4), at(128)]).toEqual([400, 200, 100, 100])
  expect(answer.measured).toEqual({ value: 2, makespanMs: 200 })
  expect(Math.abs(answer.error)).toBeLessThan(1e-6)
})

test('each piece is one replay, and the share that is done rises', () => {
  const { done } = answerTo(computing, 'cpuWorkers')
  expect(done.length).toBe(15)
  expect(done).toEqual([...done].sort((a, b) => a - b))
  expect(done.at(-1)).toBe(1)
})

test('every start order is answered', () => {
  const { answer } = answerTo(computing, 'policy')
  if (answer.kind !== 'policies') throw new Error(`Expected policies, got ${answer.kind}`)
  expect(answer.points.map(({ policy, makespanMs }) => [policy, Math.round(makespanMs)])).toEqual([
    ['fifo', 200],
    ['priority', 200],
    ['shortest-first', 200],
    ['longest-first', 200],
  ])
  expect(answer.measured).toEqual({ policy: 'fifo', makespanMs: 200 })
  expect(Math.abs(answer.error)).toBeLessThan(1e-6)
})

test('only what the tasks use can be asked about', () => {
  expect(questionsAbout(computing)).toEqual(['cores', 'cpuWorkers', 'policy'])
  expect(answerTo(computing, 'blockingThreads').answer).toEqual({ kind: 'not-used', vary: 'blockingThreads' })
})

test('a run in which nothing started has no answer', () => {
  const cancelled = fakeRun({
    groups: [{ count: 2 }],
    tasks: [{ state: 'cancelled' }, { state: 'cancelled' }],
  })
  expect(answerTo(cancelled, 'cores').answer).toEqual({ kind: 'nothing-ran' })
})
