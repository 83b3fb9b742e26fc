import { expect, test } from 'vitest'
import { spreadLabels } from './spread-labels.ts'

const room = { least: 0, most: 100, gap: 10 }

test('labels that do not touch stay where they are', () => {
  expect(spreadLabels([50, 10, 90], room)).toEqual([50, 10, 90])
})

test('labels that touch move apart, in the order of their heights', () => {
  expect(spreadLabels([52, 50, 51], room)).toEqual([70, 50, 60])
})

test('labels stay within their room', () => {
  expect(spreadLabels([99, 98, -5], room)).toEqual([100, 90, 0])
})

test('no labels need no room', () => {
  expect(spreadLabels([], room)).toEqual([])
})
