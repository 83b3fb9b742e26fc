import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import { Insights } from './insights.svelte.ts'

/** Two tasks one after the other, and turns that are taken when the test says so. */
function desk(): { insights: Insights; turn: () => boolean; run: (phase: RunPhase['kind']) => Run } {
  const waiting: (() => void)[] = []
  const insights = new Insights({
    // Each reading is a whole turn later: every piece is a turn of its own.
    readClockMs: (() => {
      let nowMs = 0
      return () => (nowMs += 1000)
    })(),
    later: (run) => {
      waiting.push(run)
      return () => waiting.splice(waiting.indexOf(run), 1)
    },
  })
  const recorded = fakeRun({
    groups: [{ count: 2 }],
    tasks: [
      { started: 0, finished: 10 },
      { started: 11, finished: 20 },
    ],
    nowMs: 20,
  })
  return {
    insights,
    turn: () => {
      const next = waiting.shift()
      next?.()
      return next !== undefined
    },
    run: (kind) => ({ ...recorded, phase: kind === 'broken' ? { kind, message: '' } : { kind } }),
  }
}

test('a run that goes on has nothing to say yet', () => {
  const { insights, turn, run } = desk()
  insights.refresh(run('running'))
  expect([turn(), insights.latest.chain, insights.latest.findings]).toEqual([false, null, null])
})

test('the chain comes before the findings, and both come after the picture', () => {
  const { insights, turn, run } = desk()
  insights.refresh(run('completed'))
  // One for the layout, one for the picture.
  turn()
  expect(insights.latest.chain).toBeNull()
  turn()
  expect(insights.latest.chain?.length).toBeGreaterThan(0)
  expect(insights.latest.findings).toBeNull()
  while (turn());
  expect(insights.latest.findings).not.toBeNull()
  expect(insights.latest.accounting).not.toBeNull()
})

test('another run takes the insights of the one before away', () => {
  const { insights, turn, run } = desk()
  insights.refresh(run('completed'))
  while (turn());
  insights.refresh(null)
  expect(insights.latest).toEqual({ chain: null, findings: null, accounting: null, problem: null })
})
