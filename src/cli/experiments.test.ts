import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endOf, fewThreads, TestGround, type Ended } from './test-ground.ts'

let ground: TestGround
beforeAll(async () => {
  ground = await TestGround.open()
})
afterAll(() => ground.close())
beforeEach(() => ground.forget())

const twoStrategies = ['--strategies', 'hybrid,threads', '--pause', '0', ...fewThreads]
const headings = (out: string): string[] =>
  out.split('\n').filter((line) => line !== '' && !line.startsWith(' '))

test('a comparison prints what was measured, writes its documents, and leaves nothing behind', async () => {
  const [json, html, csv] = ['compared.json', 'compared.html', 'compared.csv'].map((name) =>
    join(ground.folder, name),
  )
  if (json === undefined || html === undefined || csv === undefined) throw new Error('Expected three files')
  const { code, out, err } = await ground.taskscope(
    ...['compare', ground.quick(), ...twoStrategies, '--repeats', '2', '--baseline', 'threads'],
    ...['--json', json, '--html', html, '--csv', csv],
    ...['--fail-if', 'hybrid > 1000 * threads', '--fail-if', 'threads.failures > 0'],
  )
  const lines = out.split('\n')
  expect([
    code,
    err,
    lines[0],
    lines.filter((line) => /^ {2}(hybrid|threads \*) {2,}[\d.]+ [mµ]?s /.test(line)).length,
    lines.slice(-3).map((line) => line.replace(/\d[\d.]* [mµ]?s/g, '…')),
  ]).toEqual([
    0,
    '',
    'Test (quick): 2 variants, 2 runs each, interleaved, after 1 warm-up',
    4,
    ['  hybrid … > 1000 * threads … = …: not met', '  threads.failures 0 > 0: not met', ''],
  ])
  const { kind } = JSON.parse(readFileSync(json, 'utf8')) as { kind: string }
  expect([
    kind,
    readFileSync(csv, 'utf8').trimEnd().split('\n').length,
    readFileSync(html).length > 0,
  ]).toEqual(['taskscope-comparison', 5, true])
  expect(readdirSync(ground.temporary)).toEqual([])
})

test('a task that fails ends a comparison with 1', async () => {
  const failing = ['compare', ground.failing(), ...twoStrategies, '--repeats', '1', '--warm-ups', '0']
  expect(await ground.taskscope(...failing, '--quiet')).toEqual({ code: 1, out: '', err: '' })
})

test('a comparison whose runs the library does not take says so once, and goes on', async () => {
  const file = join(ground.folder, 'in-the-way')
  writeFileSync(file, '')
  ground.environment = { TASKSCOPE_RUNS: file }
  const { code, out, err } = await ground.taskscope(
    ...['compare', ground.quick(), ...twoStrategies, '--repeats', '2', '--warm-ups', '0'],
  )
  expect([code, out.split('\n')[0], err.split('\n').length, readdirSync(ground.temporary)]).toEqual([
    0,
    'Test (quick): 2 variants, 2 runs each, interleaved, after 0 warm-ups',
    2,
    [],
  ])
  expect(err).toMatch(/^The run could not be saved in .*in-the-way.*: .*\. Measuring goes on; .*\.\n$/)
})

test('wrong conditions, names and documents are refused before anything runs', async () => {
  const compare = ['compare', ground.endless(), '--strategies', 'hybrid,threads']
  const refused = await Promise.all([
    ground.taskscope(...compare, '--fail-if', 'hybrid > 1.05 * processes'),
    ground.taskscope(...compare, '--baseline', 'processes'),
    ground.taskscope(...compare, '--csv', '-'),
    ground.taskscope('sweep', ground.endless(), '--param', 'cpu=1..2', '--fail-if', 'knees > 2'),
    ground.taskscope('sweep', ground.endless(), '--param', 'cpu=1..2', '--strategy', 'sequential'),
    ground.taskscope('compare', './none.json', 'vs', './neither.json'),
    ground.taskscope('compare', ground.quick(), 'vs', ground.failing()),
  ])
  expect(refused.map(({ code, out }) => [code, out])).toEqual(refused.map(() => [2, '']))
  expect(refused.map(({ err }) => err.replace('taskscope: ', '').split('\n').slice(0, -1))).toEqual([
    [
      '--fail-if: expected one of hybrid, threads, got "processes".',
      '  hybrid > 1.05 * processes',
      `  ${' '.repeat(16)}^`,
    ],
    ['--baseline: expected one of hybrid, threads, got "processes".'],
    ['--csv: expected a file, got "-".'],
    ['--fail-if: expected one of knee, best, "cpu=1", "cpu=2", got "knees".', '  knees > 2', '  ^'],
    [expect.stringMatching(/Sequential.* so there is nothing to sweep\.$/)],
    ['none.json: expected a file, got nothing of that name.'],
    [expect.stringMatching(/^quick\.json, tasks\[0\]/)],
  ])
  expect(ground.requests).toBe(0)
})

test('Ctrl-C in the middle of a comparison leaves nothing behind, and ends it with 1', async () => {
  const file = join(ground.folder, 'cancelled-comparison.json')
  const child = ground.launch(
    'compare',
    ground.endless(),
    ...twoStrategies,
    '--warm-ups',
    '0',
    '--json',
    file,
  )
  ground.onRequest = () => child.kill('SIGINT')
  const { code, out, err } = await endOf(child)
  expect([code, out, err, existsSync(file), readdirSync(ground.temporary)]).toEqual([
    1,
    '',
    'The comparison was cancelled before a run was measured.\n',
    false,
    [],
  ])
})

test('saved runs are compared without running anything: what is judged then, and where it is printed', async () => {
  const preset = ground.quick()
  const save = async (file: string): Promise<string> => {
    await ground.taskscope('run', preset, ...fewThreads, '--quiet', '--json', file)
    return file
  }
  const [before, after] = await Promise.all(
    ['before', 'after'].map((name) => {
      const folder = join(ground.folder, name)
      mkdirSync(folder)
      return Promise.all(['1.json', '2.json'].map((file) => save(join(folder, file))))
    }),
  )
  if (before === undefined || after === undefined) throw new Error('Expected two groups')
  const compare = (...args: readonly string[]): Promise<Ended> =>
    ground.taskscope('compare', ...before, 'vs', ...args)

  const { code, out, err } = await compare(
    ...[...after, '--baseline', 'after', '--fail-if', 'before > 1000 * after'],
  )
  const lines = out.split('\n')
  expect([code, err, lines[0], lines.some((line) => line.startsWith('  after * '))]).toEqual([
    0,
    '',
    'Test (quick): 2 variants, saved runs',
    true,
  ])

  // A condition that is met ends it with 1; with --json - the document has standard output.
  const met = await compare(...after, '--fail-if', 'before > 0 ms', '--json', '-')
  const { kind } = JSON.parse(met.out) as { kind: string }
  expect([met.code, kind, headings(met.err).at(-1)]).toEqual([1, 'taskscope-comparison', 'conditions'])

  // Two runs have no interval: what is not known is an error, never a pass.
  const unknown = await compare(...after, '--fail-if', 'before.low > 1000 s')
  expect([unknown.code, unknown.out.split('\n').at(-2)]).toEqual([
    2,
    '  before.low (not known) > 1000 s: cannot be told',
  ])

  const twice = await compare(...before)
  expect([twice.code, / expected each run once, got run \S+ twice\.\n$/.test(twice.err)]).toEqual([2, true])
  expect(readdirSync(ground.temporary)).toEqual([])
})

test('a sweep prints a line for each size and the answer, and judges it', async () => {
  const json = join(ground.folder, 'swept.json')
  const { code, out, err } = await ground.taskscope(
    ...['sweep', ground.quick(), '--param', 'cpu=1,2', '--repeats', '1', '--warm-ups', '0', '--pause', '0'],
    ...['--blocking', '1', '--json', json, '--fail-if', '"cpu=2" > 0 s'],
  )
  const { kind } = JSON.parse(readFileSync(json, 'utf8')) as { kind: string }
  expect([
    code,
    err,
    out.split('\n')[0],
    out.split('\n').filter((line) => /^ +[12] +[\d.]+ [mµ]?s /.test(line)).length,
    kind,
  ]).toEqual([
    1,
    '',
    'Test (quick) under hybrid against CPU workers, 1 run each, interleaved, after 0 warm-ups',
    2,
    'taskscope-scaling',
  ])
})

test('something compared with itself says what it found of itself', async () => {
  const { code, out, err } = await ground.taskscope(
    'self-test',
    '--same',
    ground.quick(),
    '--repeats',
    '1',
    ...fewThreads,
  )
  // One run each: too few for a verdict.
  expect([code, err, out.split('\n')[0], out.split('\n').at(-2)]).toEqual([
    2,
    '',
    'Test (quick): 2 variants, 1 run each, interleaved, after 1 warm-up',
    'There is no verdict, so this tells nothing: more repeats, or tasks that succeed, may help.',
  ])
})
