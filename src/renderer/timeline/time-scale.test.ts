import { expect, test } from 'vitest'
import { TimeScale } from './time-scale.ts'

const scale = new TimeScale({ fromMs: 100, toMs: 300 }, 1000)

test('time becomes pixels and pixels become time', () => {
  expect([scale.x(100), scale.x(200), scale.x(300), scale.ms(500), scale.span(10)]).toEqual([
    0, 500, 1000, 200, 2,
  ])
})

test('times outside of the view lie outside of the track', () => {
  expect([scale.x(0), scale.x(400)]).toEqual([-500, 1500])
})
