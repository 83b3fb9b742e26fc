import { expect, test } from 'vitest'
import { ToldRarely } from './told-rarely.ts'

function watched(): { told: number[]; rarely: ToldRarely<number>; pass: () => void } {
  const told: number[] = []
  const waiting = new Set<() => void>()
  const rarely = new ToldRarely<number>(
    (state) => told.push(state),
    (_ms, callback) => {
      waiting.add(callback)
      return () => waiting.delete(callback)
    },
  )
  const pass = (): void => {
    for (const callback of [...waiting]) {
      waiting.delete(callback)
      callback()
    }
  }
  return { told, rarely, pass }
}

test('the first of several is told at once, the last of them when it is time', () => {
  const { told, rarely, pass } = watched()
  for (const state of [1, 2, 3]) rarely.tell(state)
  expect(told).toEqual([1])
  pass()
  expect(told).toEqual([1, 3])
  rarely.tell(4)
  pass()
  expect(told).toEqual([1, 3, 4])
})

test('when nothing happened meanwhile, the next is told at once again', () => {
  const { told, rarely, pass } = watched()
  rarely.tell(1)
  pass()
  rarely.tell(2)
  expect(told).toEqual([1, 2])
})

test('what must be told now is, and nothing older comes after it', () => {
  const { told, rarely, pass } = watched()
  rarely.tell(1)
  rarely.tell(2)
  rarely.tellNow(3)
  pass()
  expect(told).toEqual([1, 3])
})
