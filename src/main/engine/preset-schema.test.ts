import { expect, test } from 'vitest'
import type { Preset } from '#shared/model/preset.ts'
import { InputError } from './input-error.ts'
import { parsePreset } from './preset-schema.ts'

const group = { name: 'a', kind: 'cpu', workload: 'sqrt-loop', parameters: { targetMs: 5 } }
const preset = { schemaVersion: 1, id: 'x', title: 'X', summary: 'Tests.', tasks: [group] }
const withGroup = (changes: object): object => ({ ...preset, tasks: [{ ...group, ...changes }] })
const withTask = (workload: string, kind: string, parameters: object): object =>
  withGroup({ workload, kind, parameters })
/** As from a file: unlike a literal's, a `__proto__` of JSON is a field like any other. */
const json = (text: string): unknown => JSON.parse(text)

/** The sentence that a document is refused with. */
function refusal(document: unknown): string {
  try {
    parsePreset('x.json', document)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

test('what a preset leaves out has its standard value', () => {
  expect(
    parsePreset('x.json', { ...preset, tasks: [group, { name: 'b', kind: 'async', workload: 'download' }] }),
  ).toEqual({
    id: 'x',
    title: 'X',
    summary: 'Tests.',
    strategy: 'hybrid',
    options: {},
    groups: [
      {
        name: 'a',
        kind: 'cpu',
        workload: 'sqrt-loop',
        count: 1,
        parameters: { targetMs: 5 },
        priority: 0,
        timeoutMs: null,
        cancelAfterMs: null,
      },
      {
        name: 'b',
        kind: 'async',
        workload: 'download',
        count: 1,
        parameters: { kilobytes: 64, latencyMs: 250, jitterMs: 0, kilobytesPerSecond: 0 },
        priority: 0,
        timeoutMs: null,
        cancelAfterMs: null,
      },
    ],
  } satisfies Preset)
})

test('what a preset says stays as it is said', () => {
  const said = {
    name: 'b',
    kind: 'blocking',
    workload: 'allocate',
    count: 3,
    parameters: { megabytes: 2, holdMs: 0, where: 'heap' },
    priority: -4,
    timeoutMs: 86_400_000,
    cancelAfterMs: 1,
  } as const
  const options = { cpuWorkers: 3, taskTimeoutMs: null, policy: 'priority', sampleHz: 50 } as const
  expect(parsePreset('x.json', { ...preset, strategy: 'threads', options, tasks: [said] })).toEqual({
    id: 'x',
    title: 'X',
    summary: 'Tests.',
    strategy: 'threads',
    options,
    groups: [said],
  })
})

const workloadNames =
  'sqrt-loop, prime-count, matrix-multiply, hash-chain, mandelbrot, sort, gzip, json-parse, wait, download, file-io, allocate, no-op, throw-error, exit-thread'

test.each<[string, unknown, string]>([
  ['no object', null, 'x.json: expected an object, got null.'],
  ['a list', [preset], 'x.json: expected an object, got a list.'],
  ['a text', 'hello', 'x.json: expected an object, got "hello".'],
  ['a long text', 'x'.repeat(200), `x.json: expected an object, got "${'x'.repeat(78)}….`],
  ['another version', { ...preset, schemaVersion: 2 }, 'x.json, schemaVersion: expected 1, got 2.'],
  ['a version as text', { ...preset, schemaVersion: '1' }, 'x.json, schemaVersion: expected 1, got "1".'],
  ['no version', { ...preset, schemaVersion: undefined }, 'x.json, schemaVersion: expected 1, got nothing.'],
  ['an unknown field', { ...preset, colour: 3 }, 'x.json, colour: expected no field of that name, got 3.'],
  [
    'a bad id',
    { ...preset, id: 'My Preset' },
    'x.json, id: expected lower-case letters, digits and hyphens, at most 64, got "My Preset".',
  ],
  ['no id', { ...preset, id: undefined }, 'x.json, id: expected a text, got nothing.'],
  ['an empty title', { ...preset, title: '' }, 'x.json, title: expected at least 1 character, got "".'],
  [
    'a long title',
    { ...preset, title: 'x'.repeat(81) },
    'x.json, title: expected at most 80 characters, got 81.',
  ],
  [
    'an unknown strategy',
    { ...preset, strategy: 'fast' },
    'x.json, strategy: expected one of sequential, event-loop, threads, hybrid, processes, got "fast".',
  ],
  ['no tasks', { ...preset, tasks: undefined }, 'x.json, tasks: expected a list, got nothing.'],
  [
    'an empty list of tasks',
    { ...preset, tasks: [] },
    'x.json, tasks: expected at least 1 entry, got an empty list.',
  ],
  [
    'a long list of groups',
    { ...preset, tasks: new Array(10_001).fill(group) },
    'x.json, tasks: expected at most 10000 entries, got 10001.',
  ],
  [
    'a bad option',
    { ...preset, options: { cpuWorkers: 0 } },
    'x.json, options.cpuWorkers: expected at least 1, got 0.',
  ],
  [
    'an unknown option',
    { ...preset, options: { cpuWorker: 1 } },
    'x.json, options.cpuWorker: expected no field of that name, got 1.',
  ],
  [
    'an unknown policy',
    { ...preset, options: { policy: 'best' } },
    'x.json, options.policy: expected one of fifo, priority, shortest-first, longest-first, got "best".',
  ],
  [
    'an unknown workload',
    withGroup({ workload: 'mine' }),
    `x.json, tasks[0].workload: expected one of ${workloadNames}, got "mine".`,
  ],
  [
    'an inherited name as workload',
    withGroup({ workload: 'constructor' }),
    `x.json, tasks[0].workload: expected one of ${workloadNames}, got "constructor".`,
  ],
  [
    'an unknown kind',
    withGroup({ kind: 'gpu' }),
    'x.json, tasks[0].kind: expected one of async, blocking, cpu, got "gpu".',
  ],
  [
    'a kind that the workload is not',
    withGroup({ kind: 'async' }),
    'x.json, tasks[0].kind: expected cpu for sqrt-loop, got "async".',
  ],
  [
    'a kind that a waiting workload is not',
    withTask('wait', 'cpu', {}),
    'x.json, tasks[0].kind: expected async or blocking for wait, got "cpu".',
  ],
  ['a negative count', withGroup({ count: -1 }), 'x.json, tasks[0].count: expected at least 1, got -1.'],
  ['a fraction', withGroup({ count: 1.5 }), 'x.json, tasks[0].count: expected a whole number, got 1.5.'],
  ['a number as text', withGroup({ count: '2' }), 'x.json, tasks[0].count: expected a number, got "2".'],
  [
    'a large count',
    withGroup({ count: 1e9 }),
    'x.json, tasks[0].count: expected at most 1000000, got 1000000000.',
  ],
  [
    'an absurd count',
    withGroup({ count: 1e300 }),
    'x.json, tasks[0].count: expected at most 1000000, got 1e+300.',
  ],
  [
    'an infinite count',
    withGroup({ count: json('1e999') }),
    'x.json, tasks[0].count: expected a number, got Infinity.',
  ],
  [
    'too many tasks in all',
    { ...preset, tasks: [group, group].map((one) => ({ ...one, count: 600_000 })) },
    'x.json: expected at most 1000000 tasks in all, got 1200000.',
  ],
  ['no time at all', withGroup({ timeoutMs: 0 }), 'x.json, tasks[0].timeoutMs: expected at least 1, got 0.'],
  [
    'a bad priority',
    withGroup({ priority: 'high' }),
    'x.json, tasks[0].priority: expected a number, got "high".',
  ],
  [
    'an unknown field of a group',
    { ...preset, tasks: [group, { ...group, colour: { dark: true } }] },
    'x.json, tasks[1].colour: expected no field of that name, got an object.',
  ],
  [
    'an unknown parameter',
    withGroup({ parameters: { targetMs: 1, speed: 2 } }),
    'x.json, tasks[0].parameters.speed: expected no field of that name, got 2.',
  ],
  [
    'an inherited name as parameter',
    withGroup({ parameters: { targetMs: 1, constructor: 2 } }),
    'x.json, tasks[0].parameters.constructor: expected no field of that name, got 2.',
  ],
  [
    'parameters as a list',
    withGroup({ parameters: [] }),
    'x.json, tasks[0].parameters: expected an object, got an empty list.',
  ],
  [
    'a negative parameter',
    withGroup({ parameters: { targetMs: -5 } }),
    'x.json, tasks[0].parameters.targetMs: expected at least 1, got -5.',
  ],
  [
    'a fraction as parameter',
    withGroup({ parameters: { targetMs: 0.5 } }),
    'x.json, tasks[0].parameters.targetMs: expected a whole number, got 0.5.',
  ],
  [
    'an absurd amount of memory',
    withTask('allocate', 'cpu', { megabytes: 1e6 }),
    'x.json, tasks[0].parameters.megabytes: expected at most 65536, got 1000000.',
  ],
  [
    'a parameter of another type',
    withGroup({ parameters: { targetMs: null } }),
    'x.json, tasks[0].parameters.targetMs: expected a number or a text, got null.',
  ],
  [
    'none of which one is needed',
    withGroup({ parameters: undefined }),
    'x.json, tasks[0].parameters: expected exactly one of iterations, targetMs, got none.',
  ],
  [
    'both of which one is needed',
    withGroup({ parameters: { targetMs: 1, iterations: 1 } }),
    'x.json, tasks[0].parameters: expected exactly one of iterations, targetMs, got iterations and targetMs.',
  ],
  [
    'a choice that there is not',
    withTask('allocate', 'cpu', { where: 'disk' }),
    'x.json, tasks[0].parameters.where: expected one of buffer, heap, got "disk".',
  ],
  [
    'an address of another kind',
    withTask('download', 'async', { url: 'file:///etc/passwd' }),
    'x.json, tasks[0].parameters.url: expected an http or https address, got "file:///etc/passwd".',
  ],
  [
    '__proto__ in the preset',
    json('{"schemaVersion":1,"id":"x","title":"t","summary":"s","__proto__":{"strategy":"nope"},"tasks":[]}'),
    'x.json, tasks: expected at least 1 entry, got an empty list.',
  ],
  [
    '__proto__ in a group',
    {
      ...preset,
      tasks: [
        json(
          '{"name":"a","kind":"cpu","workload":"sqrt-loop","parameters":{"targetMs":1},"__proto__":{"count":5}}',
        ),
      ],
    },
    'x.json, tasks[0].__proto__: expected no field of that name, got an object.',
  ],
  [
    '__proto__ as parameters',
    withGroup({ parameters: json('{"__proto__":{"targetMs":1}}') }),
    // A field of that name never gets that far, and lends its fields to nobody.
    'x.json, tasks[0].parameters: expected exactly one of iterations, targetMs, got none.',
  ],
])('%s is refused in a sentence that says where, what and what instead', (_name, document, sentence) => {
  expect(refusal(document)).toBe(sentence)
})

test('what a document holds is not taken from what its objects inherit', () => {
  const polluted = {
    ...preset,
    tasks: [
      json('{"name":"a","kind":"cpu","workload":"sqrt-loop","parameters":{"targetMs":1,"iterations":null}}'),
    ],
  }
  expect(refusal(polluted)).toBe(
    'x.json, tasks[0].parameters.iterations: expected a number or a text, got null.',
  )
  expect(({} as Record<string, unknown>)['targetMs']).toBeUndefined()
})
