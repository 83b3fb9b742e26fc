import { expect, test } from 'vitest'
import { coreFields, sampleFixedFields, sampleWidth } from '#shared/model/sample.ts'
import { CoreLoad } from './core-load.ts'

type Ticks = readonly [busy: number, total: number]

function set(
  first: readonly Ticks[] = [
    [0, 0],
    [0, 0],
  ],
) {
  let ticks = first
  const load = new CoreLoad({
    name: 'proc-stat',
    cores: 2,
    numbers: [0, 1],
    read(busy, total) {
      busy.set(ticks.map(([core]) => core))
      total.set(ticks.map(([, core]) => core))
    },
    close: () => undefined,
  })
  return (...readings: readonly Ticks[]): number[] => {
    ticks = readings
    const record = new Float64Array(sampleWidth({ cores: 2, slots: 0 })).fill(NaN)
    load.write(record)
    return [0, 1].map((core) => record[sampleFixedFields + core * coreFields] ?? NaN)
  }
}

test('shares are of the ticks since the sample before, and the first since the beginning', () => {
  const read = set([
    [100, 200],
    [100, 200],
  ])
  expect([read([105, 210], [100, 210]), read([115, 220], [105, 220]), read([115, 240], [115, 230])]).toEqual([
    [0.5, 0],
    [1, 0.5],
    [0, 1],
  ])
})

test('where no tick passed, a counter went back or a core is offline, there is no share', () => {
  const read = set()
  expect([
    read([5, 10], [5, 10]),
    read([5, 10], [4, 12]),
    read([NaN, NaN], [6, 14]),
    read([8, 20], [8, 16]),
    read([9, 24], [8, 20]),
  ]).toEqual([
    [0.5, 0.5],
    [NaN, NaN],
    [NaN, 1],
    [NaN, 1],
    [0.25, 0],
  ])
})
