import { expect, test } from 'vitest'
import type { OwnCost } from '#shared/model/summary.ts'
import { isCostly, ownCostText } from './own-cost-text.ts'

const cost = (more: Partial<OwnCost> = {}): OwnCost => ({
  mainThreadMs: 10,
  samplerMs: 5,
  windowMs: 15,
  totalMs: 30,
  anatomyMs: null,
  passedMs: 1000,
  shareOfCore: 0.03,
  shareOfMachine: 0.015,
  ...more,
})

test('the tooltip names the share of one core and what it is made of', () => {
  expect(ownCostText(cost())).toBe(
    'CPU time of Taskscope itself, as a share of the whole machine. Of one core: 3.0\u202f% (main thread 1.0\u202f%, sampler 0.5\u202f%, window 1.5\u202f%).',
  )
})

test('where there is no window, none is named', () => {
  expect(ownCostText(cost({ windowMs: null }))).not.toContain('window')
})

test('what the anatomy of the loop took is told beside it', () => {
  expect(ownCostText(cost({ anatomyMs: 20 }))).toMatch(
    /Telling the loop’s tasks apart took another 2.0\u202f%\.$/,
  )
  expect(ownCostText(cost())).not.toContain('apart')
})

test('more than 5 % of the machine is too much, and the tooltip says what helps', () => {
  expect([isCostly(cost({ shareOfMachine: 0.05 })), isCostly(cost({ shareOfMachine: 0.051 }))]).toEqual([
    false,
    true,
  ])
  expect(ownCostText(cost({ shareOfMachine: 0.051 }))).toContain('A lower sample rate')
})

test('a cost that is not known is said to be so', () => {
  expect(ownCostText(null)).toContain('not known yet')
})
