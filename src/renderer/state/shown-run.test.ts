import { expect, test } from 'vitest'
import type { ComparedRun } from '#shared/model/comparison.ts'
import type { RunId } from '#shared/model/ids.ts'
import { neighbourRun, shownRun } from './shown-run.ts'

const id = (name: string): RunId => name as RunId
const runs: ComparedRun[] = ['a', 'b', 'c'].map((name, place) => ({ id: id(name), place, makespanMs: 10 }))

test('the typical run is shown until another one is chosen', () => {
  const variant = { runs, typicalRun: id('b') }
  expect([shownRun(variant, undefined), shownRun(variant, id('c'))]).toEqual(['b', 'c'])
})

test('a choice from another experiment is none', () => {
  expect(shownRun({ runs, typicalRun: id('b') }, id('of another'))).toBe('b')
})

test('where no run has a makespan, the first is shown; without runs, none', () => {
  expect([
    shownRun({ runs, typicalRun: null }, undefined),
    shownRun({ runs: [], typicalRun: null }, undefined),
  ]).toEqual(['a', null])
})

test('the repeats end at the first and the last', () => {
  expect([
    neighbourRun(runs, id('a'), -1),
    neighbourRun(runs, id('a'), 1),
    neighbourRun(runs, id('c'), 1),
    neighbourRun(runs, null, 1),
  ]).toEqual([null, 'b', null, null])
})
