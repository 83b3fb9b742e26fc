import { expect, test } from 'vitest'
import { comparisonJson } from './comparison-json.ts'
import { fakeComparison, type FakeComparison } from './fake-experiment.ts'

const piecesOf = ({ comparison, outline, trials }: FakeComparison): string[] => [
  ...comparisonJson(comparison, outline, trials),
]
const parse = (experiment: FakeComparison): Record<string, unknown> =>
  JSON.parse(piecesOf(experiment).join('')) as Record<string, unknown>

test('the document has the outline, the whole comparison, and the trials in the order in which they ran', () => {
  const experiment = fakeComparison()
  const { trials, ...rest } = parse({ ...experiment, trials: [...experiment.trials].reverse() })
  expect(rest).toEqual({
    schemaVersion: 1,
    kind: 'taskscope-comparison',
    outline: experiment.outline,
    comparison: experiment.comparison,
  })
  expect((trials as { runId: string }[]).map(({ runId }) => runId)).toEqual(
    experiment.trials.map(({ run }) => run.id),
  )
})

test('a trial is what its run’s own report says in its summary, without its accounts', () => {
  const experiment = fakeComparison({ variants: [{ label: 'hybrid', makespansMs: [1_000] }] })
  const [trial] = parse(experiment)['trials'] as Record<string, unknown>[]
  expect(Object.keys(trial ?? {})).toEqual([
    'variant',
    'round',
    'place',
    'label',
    'runId',
    'startedAt',
    'presetId',
    'presetTitle',
    'strategy',
    'options',
    'taskCount',
    'ending',
    'environment',
    'work',
    'targets',
    'iterationsPerMs',
    'fixedChecksum',
    'checksum',
    'cpuMs',
    'othersCores',
    'summary',
    'findings',
  ])
  expect(trial).toMatchObject({
    label: 'hybrid',
    runId: 'run-0-0',
    summary: { makespanMs: 1_000, idealBoundMs: 980, tasks: { succeeded: 4, failed: 0 } },
  })
})

test('nothing measured is still a whole document', () => {
  const { comparison, outline } = fakeComparison({ variants: [], changes: { isComplete: false } })
  expect(parse({ comparison, outline, trials: [], runs: new Map() })).toMatchObject({
    comparison: { isComplete: false, environment: null },
    trials: [],
  })
})

test('eight hundred trials come one to a line, and a trial stays small', () => {
  const makespansMs = Array.from({ length: 100 }, (_, round) => 1_000 + round)
  const variants = Array.from({ length: 8 }, (_, at) => ({ label: `variant ${at}`, makespansMs }))
  const lines = piecesOf(fakeComparison({ variants })).join('').split('\n')
  const trialLines = lines.filter((line) => line.startsWith('    {"variant":'))
  expect(trialLines.length).toBe(800)
  expect(Math.max(...trialLines.map((line) => line.length))).toBeLessThan(4_000)
})
