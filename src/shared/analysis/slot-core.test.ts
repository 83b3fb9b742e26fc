import { expect, test } from 'vitest'
import type { Run } from '../model/run.ts'
import { fakeRun, sampleRecord } from './fake-run.ts'
import { findHolders, slotMigrations } from './slot-core.ts'

/** One sample a row: for each slot its CPU time and its core. */
const sampled = (rows: readonly (readonly (readonly [number, number])[])[]): Run =>
  fakeRun({
    groups: [{}],
    tasks: [{}],
    sampledCores: 2,
    sampledSlots: 3,
    samples: rows.map((slots, at) =>
      sampleRecord({
        atMs: at * 100,
        intervalMs: 100,
        cores: [{}, {}],
        slots: slots.map(([onCpuMs, core]) => ({ onCpuMs, core })),
      }),
    ),
  })

test('a core is held by the slot that used most there, and by none where none ran', () => {
  const run = sampled([
    [
      [60, 0],
      [40, 0],
      [90, 1],
    ],
    [
      [10, 1],
      [20, 1],
      [0, 0],
    ],
    [
      [NaN, 0],
      [50, NaN],
      [50, 1],
    ],
    [
      [5, 7],
      [0, 0],
      [0, 1],
    ],
  ])
  const holders = Int32Array.of(7, 7)
  const inSample = (row: number): number[] => {
    findHolders(run.samples, row, holders)
    return [...holders]
  }
  expect([0, 1, 2, 3].map(inSample)).toEqual([
    [0, 2],
    [-1, 1],
    [-1, 2],
    [-1, -1],
  ])
})

test('a migration is a change of core between samples in which the slot ran, however long it slept', () => {
  const run = sampled([
    [
      [10, 0],
      [10, 0],
      [10, NaN],
    ],
    [
      [10, 1],
      [0, 1],
      [10, 1],
    ],
    [
      [10, 0],
      [10, 0],
      [10, NaN],
    ],
    [
      [10, 0],
      [10, 1],
      [10, 0],
    ],
  ])
  expect([...slotMigrations(run)]).toEqual([2, 1, 1])
})
