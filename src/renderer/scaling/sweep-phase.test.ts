import { expect, test } from 'vitest'
import type { ExperimentOutline, ScalingState } from '#shared/model/experiment-state.ts'
import { runningSize, sweepPhase } from './sweep-phase.ts'

const outline: ExperimentOutline = {
  presetId: 'small-pool',
  presetTitle: 'Small pool',
  variants: [
    { label: 'cpu=1', strategy: 'hybrid' },
    { label: 'cpu=2', strategy: 'hybrid' },
  ],
  repeats: 2,
  warmUps: 1,
  pauseMs: 100,
  origin: 'measured',
  sweep: { size: 'cpu', values: [1, 2] },
}

const running = (variant: number | null, isWarmUp: boolean): ScalingState => ({
  kind: 'running',
  outline,
  progress: { done: 0, total: 6, variant, isWarmUp, remainingMs: null },
  trials: [],
})

test('while it runs it says whether the run counts, and apart from that which size it has', () => {
  expect(sweepPhase(running(0, true), true, null).text).toBe('Warming up')
  expect(sweepPhase(running(0, false), true, null).text).toBe('Running')
  expect([0, 1, null].map((variant) => runningSize(running(variant, false)))).toEqual([
    '1 CPU worker',
    '2 CPU workers',
    null,
  ])
  expect(runningSize({ kind: 'idle' })).toBeNull()
})

test('each ending has words of its own, until the next sweep is asked for', () => {
  const over = (ending: 'completed' | 'cancelled' | 'failed', isUnderWay = false): string =>
    sweepPhase({ kind: 'over', outline, ending, message: '', trials: [], result: null }, isUnderWay, null)
      .text
  expect([over('completed'), over('cancelled'), over('failed')]).toEqual([
    'Completed',
    'Cancelled',
    'Broken off',
  ])
  expect(over('completed', true)).toBe('Starting')
  expect(sweepPhase({ kind: 'idle' }, false, null).text).toBe('No sweep yet')
})

test('what else occupies the machine is said before all', () => {
  expect(sweepPhase({ kind: 'idle' }, false, 'A run is under way in the Lab').text).toBe(
    'A run is under way in the Lab',
  )
})
