import { expect, test } from 'vitest'
import type { RunPhase } from '../model/run.ts'
import { fakeRun } from './fake-run.ts'
import { standardFormat, withTextFormat } from '../texts/language.ts'
import { oncePerRun, oncePerRunAndTextFormat } from './once-per-run.ts'

const runIn = (kind: 'running' | 'completed') => {
  const phase: RunPhase = { kind }
  return { ...fakeRun({ groups: [{}], tasks: [{}] }), phase }
}

test('what is derived from a run that is over is derived once, and for each run by itself', () => {
  let times = 0
  const count = oncePerRun(() => ({ at: ++times }))
  const [one, other] = [runIn('completed'), runIn('completed')]
  expect([count(one), count(other), count(one)].map(({ at }) => at)).toEqual([1, 2, 1])
})

test('a run that goes on is derived anew every time', () => {
  let times = 0
  const count = oncePerRun(() => ++times)
  const run = runIn('running')
  expect([count(run), count(run)]).toEqual([1, 2])
})

test('what is said in words is derived once for each language and way of writing numbers, and none leaks into another', () => {
  let times = 0
  const count = oncePerRunAndTextFormat(() => ++times)
  const run = runIn('completed')
  const german = { ...standardFormat, language: 'de' } as const
  const comma = { ...standardFormat, numbers: 'comma' } as const
  const formats = [standardFormat, german, comma, german, standardFormat, comma]
  expect(formats.map((format) => withTextFormat(format, () => count(run)))).toEqual([1, 2, 3, 2, 1, 3])
})
