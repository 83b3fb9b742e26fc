import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { endOf, fewThreads, TestGround } from './test-ground.ts'

const presetFolder = fileURLToPath(new URL('../../resources/presets', import.meta.url))
const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url))

let ground: TestGround
beforeAll(async () => {
  ground = await TestGround.open()
})
afterAll(() => ground.close())
beforeEach(() => ground.forget())

interface Report {
  readonly ending: string
  readonly summary: { readonly tasks: Record<string, number> }
  readonly tasks: readonly { readonly outcome: string }[]
}
const read = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report

test('help, version and presets go to standard output and succeed', async () => {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  expect(await ground.taskscope('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  const help = await ground.taskscope('--help')
  expect([help.code, help.err, help.out.split('\n', 4)]).toEqual([
    0,
    '',
    [
      'Taskscope runs preset workloads under a strategy and measures where the time goes.',
      '',
      'Usage',
      '  taskscope run <preset | file.json> [options]       run once; print a summary, findings and where the time went',
    ],
  ])
  const presets = await ground.taskscope('presets')
  const names = presets.out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0])
  expect([presets.code, presets.err, names[0], names.toSorted()]).toEqual([
    0,
    '',
    'course-demo',
    readdirSync(presetFolder)
      .map((file) => basename(file, '.json'))
      .sort(),
  ])
})

test('a run whose tasks all succeed prints its summary and ends with 0', async () => {
  const { code, out, err } = await ground.taskscope('run', ground.quick(), ...fewThreads)
  expect([code, err, out.split('\n')[0], /^ {2}tasks +5 succeeded$/m.test(out)]).toEqual([
    0,
    '',
    'Test (quick) under hybrid',
    true,
  ])
})

test('a run with a failure names it and ends with 1', async () => {
  const { code, out, err } = await ground.taskscope('run', ground.failing(), ...fewThreads)
  expect([code, err, out.split('\n').slice(-3)]).toEqual([
    1,
    '',
    ['failures', '  group 1: Error: This task throws an error on purpose', ''],
  ])
})

test('with --json - standard output is the document alone, with every documented field', async () => {
  const { code, out, err } = await ground.taskscope(
    'run',
    ground.quick(),
    ...fewThreads,
    '--strategy',
    'threads',
    '--seed',
    '7',
    '--json',
    '-',
  )
  const report = JSON.parse(out) as Record<string, unknown>
  const keys = (value: unknown): string[] => Object.keys(value as object)
  expect([code, err.split('\n')[0]]).toEqual([0, 'Test (quick) under threads'])
  expect(keys(report)).toEqual([
    'schemaVersion',
    'kind',
    'id',
    'startedAt',
    'ending',
    'preset',
    'strategy',
    'options',
    'environment',
    'measurement',
    'preparationMs',
    'plan',
    'slots',
    'summary',
    'accounting',
    'slicesLeftOut',
    'recordedUntilMs',
    'sampleShape',
    'findings',
    'criticalChain',
    'tasks',
    'slices',
    'samples',
  ])
  expect(report).toMatchObject({
    schemaVersion: 2,
    kind: 'taskscope-run',
    ending: 'completed',
    strategy: 'threads',
    options: { cpuWorkers: 2, blockingThreads: 1, sampleHz: 50, seed: 7 },
    plan: { seed: 7, taskCount: 5 },
    summary: {
      tasks: { succeeded: 5, failed: 0, cancelled: 0, timedOut: 0, unfinished: 0 },
      droppedEvents: 0,
    },
  })
  const tasks = report['tasks'] as Record<string, unknown>[]
  expect([tasks.length, keys(tasks[0])]).toEqual([
    5,
    [
      'id',
      'name',
      'kind',
      'workload',
      'outcome',
      'failure',
      'slot',
      'queuedMs',
      'startedMs',
      'finishedMs',
      'onCpuMs',
      'readyMs',
      'timerMs',
      'ioMs',
      'suspendedMs',
      'unexplainedMs',
      'timeBasis',
      'checksum',
      'seed',
      'starts',
      'requeuedMs',
      'progress',
    ],
  ])
  const samples = report['samples'] as Record<string, unknown>[]
  expect(keys(samples[0])).toEqual([
    'atMs',
    'intervalMs',
    'latenessMs',
    'memoryUsedBytes',
    'memoryAvailableBytes',
    'swapUsedBytes',
    'processMemoryBytes',
    'processCpuMs',
    'majorFaults',
    'mainThreadCpuMs',
    'samplerCpuMs',
    'windowCpuMs',
    'mainLoopDelayMs',
    'taskLoopDelayMs',
    'temperatureCelsius',
    'anatomyCpuMs',
    'asleepMs',
    'throttles',
    'coreBusy',
    'coreFrequencyMhz',
    'slotOnCpuMs',
    'slotReadyMs',
    'slotCore',
  ])
})

test('--quiet says nothing but what was asked for', async () => {
  const file = join(ground.folder, 'quiet-report.json')
  expect(await ground.taskscope('run', ground.quick(), ...fewThreads, '--quiet', '--json', file)).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  expect(read(file).ending).toBe('completed')
})

test.each<[string, string[], string]>([
  [
    'no command',
    [],
    'taskscope: Expected a command (run, what-if, compare, sweep, self-test, runs or presets), got nothing. See taskscope --help.\n',
  ],
  [
    'a self-test with nothing to observe',
    ['self-test', '--sample-hz', '0', '--detail', 'stamps'],
    'taskscope: self-test: expected something to observe, got --sample-hz 0 with --detail stamps.\n',
  ],
  ['a bad number', ['run', 'course-demo', '--cpu', '0'], 'taskscope: --cpu: expected at least 1, got 0.\n'],
  [
    'a missing file',
    ['run', './none.json'],
    'taskscope: none.json: expected a file, got nothing of that name.\n',
  ],
  [
    'an HTML report to standard output',
    ['run', 'course-demo', '--html', '-'],
    'taskscope: --html: expected a file, got "-".\n',
  ],
])('%s is one sentence on standard error and ends with 2', async (_name, args, sentence) => {
  expect(await ground.taskscope(...args)).toEqual({ code: 2, out: '', err: sentence })
})

test('two reports into one file, by whatever names, are refused before anything runs', async () => {
  const [json, html] = [join(ground.folder, 'both'), `${ground.folder}/../${basename(ground.folder)}/both`]
  const { code, err } = await ground.taskscope('run', ground.endless(), '--json', json, '--html', html)
  expect([code, err, ground.requests]).toEqual([
    2,
    `taskscope: --json and --html: expected two files, got "${html}" for both.\n`,
    0,
  ])
})

test('a terminal that is closed ends a run like Ctrl-C: reported, and nothing left behind', async () => {
  const file = join(ground.folder, 'closed.json')
  const child = ground.launch(
    'run',
    ground.endless(),
    ...fewThreads,
    '--strategy',
    'processes',
    '--quiet',
    '--json',
    file,
  )
  ground.onRequest = () => child.kill('SIGHUP')
  const { code } = await endOf(child)
  expect([code, read(file).ending, readdirSync(ground.temporary)]).toEqual([1, 'cancelled', []])
})

test('a parent that is killed takes its computing child processes with it', async () => {
  const child = ground.launch('run', ground.endless(), ...fewThreads, '--strategy', 'processes')
  let children: number[] = []
  ground.onRequest = () => {
    children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'latin1')
      .split(' ')
      .filter(Boolean)
      .map(Number)
    child.kill('SIGKILL')
  }
  await endOf(child)
  expect(children.length).toBeGreaterThan(0)
  // The test's own time limit ends this if they live on.
  await vi.waitUntil(() => children.every((processId) => !existsSync(`/proc/${processId}/exe`)), {
    timeout: 20_000,
  })
})

test('a report that has nowhere to go ends it before anything runs', async () => {
  const { code, out, err } = await ground.taskscope(
    'run',
    ground.endless(),
    '--json',
    join(ground.folder, 'none', 'report.json'),
  )
  expect([
    code,
    out,
    err.startsWith(`taskscope: ${join(ground.folder, 'none', 'report.json')} cannot be written: `),
    ground.requests,
  ]).toEqual([2, '', true, 0])
})

test('Ctrl-C in the middle of a run writes the report of what ran, marked as cancelled, and ends with 1', async () => {
  const file = join(ground.folder, 'cancelled.json')
  const child = ground.launch('run', ground.endless(), ...fewThreads, '--json', file)
  ground.onRequest = () => child.kill('SIGINT')
  const { code, out, err } = await endOf(child)
  const { ending, summary, tasks } = read(file)
  expect([
    code,
    out.split('\n')[0],
    err,
    ending,
    summary.tasks,
    new Set(tasks.map(({ outcome }) => outcome)),
  ]).toEqual([
    1,
    'Test (endless) under hybrid — cancelled',
    '',
    'cancelled',
    { succeeded: 0, failed: 0, cancelled: 5, timedOut: 0, unfinished: 0 },
    new Set(['cancelled']),
  ])
  expect(readdirSync(ground.temporary)).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'child processes leave it to their parent what Ctrl-C means',
  async () => {
    const file = join(ground.folder, 'group.json')
    const child = ground.launch(
      'run',
      ground.endless(),
      ...fewThreads,
      '--strategy',
      'processes',
      '--quiet',
      '--json',
      file,
    )
    ground.onRequest = () => {
      // A terminal tells the whole process group. Here the children hear of it well before their parent does.
      const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'latin1')
        .split(' ')
        .filter(Boolean)
      for (const processId of children) process.kill(Number(processId), 'SIGINT')
      setTimeout(() => child.kill('SIGINT'), 200)
    }
    const { code } = await endOf(child)
    const { tasks } = read(file).summary
    expect([code, tasks]).toEqual([1, { succeeded: 0, failed: 0, cancelled: 5, timedOut: 0, unfinished: 0 }])
  },
)

test('being told a second time ends it at once, and still leaves no files', async () => {
  const child = ground.launch('run', ground.endless(), ...fewThreads, '--strategy', 'processes')
  ground.onRequest = () => {
    // Two signals of one kind could arrive as one.
    child.kill('SIGINT')
    child.kill('SIGTERM')
  }
  const { code } = await endOf(child)
  expect([code, readdirSync(ground.temporary)]).toEqual([130, []])
})

test('a reader that has had enough costs neither the other report nor the exit code', async () => {
  for (const [file, expected] of [
    [ground.quick(), 0],
    [ground.failing(), 1],
  ] as const) {
    const html = join(ground.folder, 'piped.html')
    const child = ground.launch('run', file, ...fewThreads, '--json', '-', '--html', html)
    child.stdout?.destroy()
    const { code, err } = await endOf(child)
    expect([code, err.split('\n')[0]?.startsWith('Test ('), readFileSync(html, 'utf8').length > 0]).toEqual([
      expected,
      true,
      true,
    ])
    rmSync(html)
  }
  const presets = ground.launch('presets')
  presets.stdout?.destroy()
  expect(await endOf(presets)).toEqual({ code: 0, out: '', err: '' })
})

test.each(['run', 'what-if'])(
  '%s that cannot begin, for want of a folder for temporary files, says so and ends',
  async (command) => {
    ground.environment = { TMPDIR: join(ground.folder, 'nowhere') }
    const { code, out, err } = await ground.taskscope(command, ground.quick(), ...fewThreads)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`No temporary folder could be made in ${join(ground.folder, 'nowhere')}`)
  },
)
