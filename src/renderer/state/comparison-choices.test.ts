import { expect, test } from 'vitest'
import type { PresetOffer } from '#shared/ipc.ts'
import {
  baselineOf,
  choicesProblem,
  comparisonRequest,
  hasFoldedProblem,
  numberProblem,
  sizeProblem,
  standardChoices,
  tickedDrafts,
  withDraftAdded,
  withDraftChanged,
  withoutDraft,
  type ComparisonChoices,
} from './comparison-choices.ts'

const preset: PresetOffer = {
  id: 'course-demo',
  title: 'Course demo',
  summary: '',
  strategy: 'hybrid',
  options: {},
  taskCount: 11,
  tasksPerKind: { async: 8, blocking: 0, cpu: 3 },
}
const large: PresetOffer = { ...preset, taskCount: 100_000 }

function draftAt(choices: ComparisonChoices, at: number): ComparisonChoices['drafts'][number] {
  const draft = choices.drafts[at]
  if (draft === undefined) throw new Error(`Expected a row at ${at}, got none`)
  return draft
}

test('at first, all five strategies of a small preset are compared with the sequential one, five times each', () => {
  expect(comparisonRequest(standardChoices(), preset)).toEqual({
    presetId: 'course-demo',
    variants: ['sequential', 'event-loop', 'threads', 'hybrid', 'processes'].map((strategy) => ({
      strategy,
      options: {},
    })),
    repeats: 5,
    warmUps: 1,
    pauseMs: 100,
    baseline: 0,
  })
})

test('of a large preset, its own strategy is compared with the sequential one, until the user ticks otherwise', () => {
  const ticked = (choices: ComparisonChoices): string[] =>
    tickedDrafts(choices, large).map(({ strategy }) => strategy)
  expect([
    ticked(standardChoices()),
    ticked(withDraftChanged(standardChoices(), 2, { ticked: true })),
    ticked(withDraftChanged(standardChoices(), 0, { ticked: false })),
  ]).toEqual([['sequential', 'hybrid'], ['sequential', 'threads', 'hybrid'], ['hybrid']])
})

test('the same strategy can be added with sizes of its own, and only sizes that it has are asked for', () => {
  const added = withDraftAdded(standardChoices(), 'hybrid')
  const id = draftAt(added, 5).id
  const sized = withDraftChanged(added, id, {
    sizes: { cpuWorkers: ' 4', blockingThreads: '', loopConcurrency: '8', threadLimit: '3' },
    policy: 'longest-first',
  })
  expect(comparisonRequest(sized, preset)?.variants[5]).toEqual({
    strategy: 'hybrid',
    options: { cpuWorkers: 4, loopConcurrency: 8, policy: 'longest-first' },
  })
})

test('the baseline is whom the user chose, while that one is compared', () => {
  const chosen = { ...standardChoices(), baselineId: 3 }
  const without = withDraftChanged(chosen, 3, { ticked: false })
  const neither = withDraftChanged(without, 0, { ticked: false })
  expect([chosen, without, neither].map((choices) => baselineOf(choices, preset)?.strategy)).toEqual([
    'hybrid',
    'sequential',
    'event-loop',
  ])
  expect(comparisonRequest(neither, preset)?.baseline).toBe(0)
})

test('a row that is removed is no baseline any more, and its number is not given to the next', () => {
  const two = withDraftAdded(withDraftAdded(standardChoices(), 'hybrid'), 'threads')
  const removed = withoutDraft({ ...two, baselineId: 5 }, 5)
  expect(removed.baselineId).toBeNull()
  expect(withDraftAdded(removed, 'hybrid').drafts.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 6, 7])
})

test('bad values are told at their field, and nothing is asked for', () => {
  const sized = withDraftChanged(standardChoices(), 3, {
    sizes: { cpuWorkers: '0', blockingThreads: '', loopConcurrency: '', threadLimit: 'many' },
  })
  const numbered = { ...standardChoices(), numbers: { repeats: '0', warmUps: '', pauseMs: '1.5' } }
  expect([
    sizeProblem(draftAt(sized, 3), 'cpuWorkers'),
    // The strategy has no such size: whatever stands there is not used.
    sizeProblem(draftAt(sized, 3), 'threadLimit'),
    numberProblem(numbered, 'repeats'),
    numberProblem(numbered, 'warmUps'),
    numberProblem(numbered, 'pauseMs'),
    choicesProblem(sized, preset),
    choicesProblem(numbered, preset),
    comparisonRequest(sized, preset),
  ]).toEqual([
    'Expected a whole number from 1 to 256, got 0.',
    null,
    'Expected a whole number from 1 to 100, got 0.',
    null,
    'Expected a whole number from 0 to 600,000, got 1.5.',
    'A size of a variant needs another value.',
    'A number needs another value.',
    null,
  ])
})

test('a bad size of a row that is not compared is nobody’s problem', () => {
  const bad = { cpuWorkers: '0', blockingThreads: '', loopConcurrency: '', threadLimit: '' }
  expect(
    choicesProblem(withDraftChanged(standardChoices(), 3, { sizes: bad, ticked: false }), preset),
  ).toBeNull()
  expect(
    [true, false].map((ticked) =>
      hasFoldedProblem(withDraftChanged(standardChoices(), 3, { sizes: bad, ticked }), preset),
    ),
  ).toEqual([true, false])
})

test('two variants are the least, eight the most', () => {
  const one = standardChoices().drafts.reduce(
    (choices, { id }) => (id === 0 ? choices : withDraftChanged(choices, id, { ticked: false })),
    standardChoices(),
  )
  let nine = standardChoices()
  for (let added = 0; added < 4; added++) nine = withDraftAdded(nine, 'hybrid')
  expect([
    choicesProblem(one, preset),
    choicesProblem(nine, preset),
    choicesProblem(standardChoices(), null),
  ]).toEqual([
    'Tick at least two variants.',
    'At most 8 variants can be compared at once; 9 are ticked.',
    'Choose a preset: the tasks to run.',
  ])
})
