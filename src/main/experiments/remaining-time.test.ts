import { expect, test } from 'vitest'
import { remainingMs, type TimedRun } from './remaining-time.ts'
import { runOrder } from './run-order.ts'

const warmUp = (variant: number, tookMs: number): TimedRun => ({ variant, isWarmUp: true, tookMs })
const measured = (variant: number, tookMs: number): TimedRun => ({ variant, isWarmUp: false, tookMs })
const order = runOrder(2, 2, 1)

test('before any run is over nobody knows', () => {
  expect(remainingMs([], order, 100)).toBeNull()
})

test('each variant’s runs take as long as those of it that are over, and each has its pause', () => {
  const over = [warmUp(0, 500), warmUp(1, 100), measured(0, 1000), measured(1, 300), measured(1, 500)]
  expect(remainingMs(over, order.slice(5), 100)).toBe(1000 + 100)
  expect(remainingMs(over, order.slice(3), 100)).toBe(400 + 400 + 1000 + 300)
})

test('a variant that has only warmed up takes as much longer as the others did', () => {
  const over = [warmUp(0, 500), warmUp(1, 100), measured(0, 1500)]
  expect(remainingMs(over, order.slice(3), 0)).toBe(300 + 300 + 1500)
})

test('while there are only warm-ups, runs take as long as they; of what has not run, as long as the others', () => {
  expect(remainingMs([warmUp(0, 500), warmUp(1, 100)], order.slice(2), 0)).toBe(1200)
  expect(remainingMs([warmUp(0, 500)], order.slice(1), 0)).toBe(2500)
})

test('when nothing is left, no time is', () => {
  expect(remainingMs([measured(0, 5)], [], 100)).toBe(0)
})
