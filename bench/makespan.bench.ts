import { expect, test } from 'vitest'
import { summarize } from '#shared/analysis/summary.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { createEngine, runOnce } from './engine.ts'
import { median, printTable } from './table.ts'

const rounds = 3

test('course-demo under each strategy, against its ideal bound', async () => {
  const engine = createEngine()
  const preset = engine.presets.find('course-demo')
  const summaries = new Map<StrategyId, RunSummary[]>(strategyIds.map((id) => [id, []]))
  try {
    // Interleaved: a machine that slows down slows all of them.
    for (let round = 0; round < rounds; round++) {
      for (const strategy of strategyIds)
        summaries.get(strategy)?.push(summarize(await runOnce(engine, preset, strategy)))
    }
  } finally {
    await engine.close()
  }
  const makespanOf = (strategy: StrategyId): number =>
    median((summaries.get(strategy) ?? []).map(({ makespanMs }) => makespanMs ?? NaN))
  const ratioOf = (strategy: StrategyId): number =>
    median((summaries.get(strategy) ?? []).map(({ idealRatio }) => idealRatio ?? NaN))
  for (const list of summaries.values()) for (const { outcomes } of list) expect(outcomes.succeeded).toBe(11)

  printTable(
    `course-demo, median of ${rounds}`,
    ['strategy', 'makespan', '× ideal bound', '× faster than sequential'],
    strategyIds.map((id) => [
      id,
      `${(makespanOf(id) / 1000).toFixed(2)} s`,
      ratioOf(id).toFixed(2),
      (makespanOf('sequential') / makespanOf(id)).toFixed(2),
    ]),
  )
  expect(ratioOf('hybrid')).toBeLessThan(1.1)
  expect(makespanOf('sequential') / makespanOf('hybrid')).toBeGreaterThan(3.5)
})
