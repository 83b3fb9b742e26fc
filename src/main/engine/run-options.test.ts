import { expect, test } from 'vitest'
import { defaultRunOptions, details, policies, type RunOptions } from '#shared/model/run-options.ts'
import { InputError } from './input-error.ts'
import { parsePreset } from './preset-schema.ts'
import { createRunId } from './run-id.ts'
import { resolveRunOptions, withSettled } from './run-options-resolve.ts'
import { partialRunOptions } from './run-options-schema.ts'
import { parseInput } from './schema-error.ts'

function refusal(options: unknown): string {
  try {
    parseInput('Options', partialRunOptions, options)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

test('the user’s word counts before the preset’s, and the preset’s before the defaults', () => {
  const preset = parsePreset('x.json', {
    schemaVersion: 1,
    id: 'x',
    title: 'X',
    summary: 'Tests.',
    options: { cpuWorkers: 3, seed: 7, taskTimeoutMs: 50 },
    tasks: [{ name: 'a', kind: 'async', workload: 'no-op' }],
  })
  expect(resolveRunOptions(preset, { seed: 8, taskTimeoutMs: null }, 16)).toEqual({
    ...defaultRunOptions(16),
    cpuWorkers: 3,
    seed: 8,
    taskTimeoutMs: null,
  })
  // What is settled for all runs stands between the preset and the defaults, whichever way it is brought in.
  const settled = { cpuWorkers: 2, sampleHz: 20, blockingThreads: 5 }
  const chosen = { blockingThreads: 6 }
  const expected = { ...defaultRunOptions(16), ...preset.options, sampleHz: 20, blockingThreads: 6 }
  expect([
    resolveRunOptions(preset, chosen, 16, settled),
    resolveRunOptions(preset, withSettled(preset, chosen, settled), 16),
  ]).toEqual([expected, expected])
})

test('the defaults of any machine are within the bounds', () => {
  expect([1, 2, 16, 128, 256].map((cores) => refusal(defaultRunOptions(cores)))).toEqual(
    new Array(5).fill('accepted'),
  )
})

test.each<[keyof RunOptions, number, number]>([
  ['cpuWorkers', 1, 256],
  ['blockingThreads', 1, 256],
  ['loopConcurrency', 1, 1_000_000],
  ['threadLimit', 1, 256],
  ['taskTimeoutMs', 1, 86_400_000],
  ['memoryLimitMb', 16, 65_536],
  ['seed', 0, 4_294_967_295],
  ['sampleHz', 0, 50],
  ['blockedLoopMs', 1, 60_000],
])('%s is a whole number from %i to %i', (name, least, most) => {
  expect(
    [least, most, least - 1, most + 1, least + 0.5, String(least), NaN].map((value) =>
      refusal({ [name]: value }),
    ),
  ).toEqual([
    'accepted',
    'accepted',
    `Options, ${name}: expected at least ${least}, got ${least - 1}.`,
    `Options, ${name}: expected at most ${most}, got ${most + 1}.`,
    `Options, ${name}: expected a whole number, got ${least + 0.5}.`,
    `Options, ${name}: expected a number, got "${least}".`,
    `Options, ${name}: expected a number, got NaN.`,
  ])
})

test('options that there are not are refused by name', () => {
  expect(
    [{ threads: 4 }, { policy: 'lifo' }, { detail: 'some' }, [], null].map((options) => refusal(options)),
  ).toEqual([
    'Options, threads: expected no field of that name, got 4.',
    'Options, policy: expected one of fifo, priority, shortest-first, longest-first, got "lifo".',
    'Options, detail: expected one of full, no-anatomy, stamps, got "some".',
    'Options: expected an object, got an empty list.',
    'Options: expected an object, got null.',
  ])
})

test('every policy and every degree of detail can be chosen', () => {
  expect([
    ...policies.map((policy) => refusal({ policy })),
    ...details.map((detail) => refusal({ detail })),
  ]).toEqual(new Array(policies.length + details.length).fill('accepted'))
})

test('a run’s name sorts by its start, fits a file name, and is its own', () => {
  const first = createRunId(new Date('2026-01-02T03:04:05.678Z'))
  const later = createRunId(new Date('2026-11-22T23:59:59.999Z'))
  expect(first).toMatch(/^20260102-030405-[0-9a-f]{8}$/)
  expect([later, first].sort()).toEqual([first, later])
  const many = new Set(Array.from({ length: 20 }, () => createRunId(new Date('2026-01-02T03:04:05Z'))))
  expect(many.size).toBe(20)
})
