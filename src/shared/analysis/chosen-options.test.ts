import { expect, test } from 'vitest'
import { defaultRunOptions } from '../model/run-options.ts'
import { chosenOptions } from './chosen-options.ts'
import { fakeRun } from './fake-run.ts'

test('what neither the preset nor the number of cores explains was chosen', () => {
  const preset = { ...fakeRun({ groups: [{}], tasks: [{}] }).header.preset, options: { cpuWorkers: 1 } }
  const of = { preset, cores: 4 }
  const standard = { ...defaultRunOptions(4), cpuWorkers: 1 }
  expect(chosenOptions(standard, of)).toEqual({})
  expect(chosenOptions({ ...standard, cpuWorkers: 4, seed: 9 }, of)).toEqual({ cpuWorkers: 4, seed: 9 })
  // On another machine the defaults are others: what was one here is a choice there.
  const { blockingThreads } = standard
  expect(chosenOptions(standard, { preset, cores: 8 })).toMatchObject({ blockingThreads })
})
