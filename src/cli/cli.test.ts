import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

// As it is shipped: the built file, in a process of its own.
const command = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))
const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url))

let folder = ''
let temporary = ''
let server: Server
/** Requests that are never answered: who sends one is in the middle of its run. */
let requests = 0
let onRequest: () => void = () => undefined
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  server = createServer(() => {
    requests++
    onRequest()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  requests = 0
  onRequest = () => undefined
})

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

function write(name: string, ...tasks: readonly object[]): string {
  const file = join(folder, `${name}.json`)
  const named = tasks.map((task, at) => ({ name: `group ${at}`, ...task }))
  writeFileSync(
    file,
    JSON.stringify({ schemaVersion: 1, id: name, title: 'Test', summary: 'Tests.', tasks: named }),
  )
  return file
}

const quick = (): string =>
  write('quick', { kind: 'async', workload: 'no-op', count: 3 }, { kind: 'cpu', workload: 'no-op', count: 2 })
const failing = (): string =>
  write('failing', { kind: 'async', workload: 'no-op' }, { kind: 'cpu', workload: 'throw-error' })
const endless = (): string =>
  write(
    'endless',
    { kind: 'async', workload: 'download', parameters: { url: address() } },
    { kind: 'cpu', workload: 'sqrt-loop', count: 4, parameters: { iterations: 1e11 } },
  )

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function launch(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('Expected pipes')
  const [out, err, [code]] = await Promise.all([
    stdout.destroyed ? '' : text(stdout),
    text(stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return { code, out, err }
}

const taskscope = (...args: readonly string[]): Promise<Ended> => endOf(launch(...args))
const fewThreads = ['--cpu', '2', '--blocking', '1', '--sample-hz', '50']

interface Report {
  readonly ending: string
  readonly summary: { readonly tasks: Record<string, number> }
  readonly tasks: readonly { readonly outcome: string }[]
}
const read = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report

test('help, version and presets go to standard output and succeed', async () => {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  expect(await taskscope('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  const help = await taskscope('--help')
  expect([help.code, help.err, help.out.split('\n', 4)]).toEqual([
    0,
    '',
    [
      'Taskscope runs preset workloads under a strategy and measures where the time goes.',
      '',
      'Usage',
      '  taskscope run <preset | file.json> [options]   run once, print a summary',
    ],
  ])
  const presets = await taskscope('presets')
  expect([presets.code, presets.err, presets.out.split('\n').map((line) => line.split(' ')[0])]).toEqual([
    0,
    '',
    [
      'course-demo',
      'course-demo-verbatim',
      'cpu-saturation',
      'io-fanout',
      'mixed-pipeline',
      'blocked-loop',
      'over-subscription',
      'memory-steps',
      'tiny-tasks',
      'failures',
      '',
    ],
  ])
})

test('a run whose tasks all succeed prints its summary and ends with 0', async () => {
  const { code, out, err } = await taskscope('run', quick(), ...fewThreads)
  expect([code, err, out.split('\n')[0], /^ {2}tasks +5 succeeded$/m.test(out)]).toEqual([
    0,
    '',
    'Test (quick) under hybrid',
    true,
  ])
})

test('a run with a failure names it and ends with 1', async () => {
  const { code, out, err } = await taskscope('run', failing(), ...fewThreads)
  expect([code, err, out.split('\n').slice(-3)]).toEqual([
    1,
    '',
    ['failures', '  group 1: Error: This task throws an error on purpose', ''],
  ])
})

test('with --json - standard output is the document alone, with every documented field', async () => {
  const { code, out, err } = await taskscope(
    'run',
    quick(),
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
    'preparationMs',
    'plan',
    'slots',
    'summary',
    'tasks',
    'samples',
  ])
  expect(report).toMatchObject({
    schemaVersion: 1,
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
      'checksum',
      'seed',
      'starts',
    ],
  ])
  const samples = report['samples'] as Record<string, unknown>[]
  expect(keys(samples[0])).toEqual([
    'atMs',
    'intervalMs',
    'latenessMs',
    'coreBusy',
    'memoryUsedBytes',
    'memoryAvailableBytes',
    'processMemoryBytes',
    'samplerCpuMs',
  ])
})

test('--quiet says nothing but what was asked for', async () => {
  const file = join(folder, 'quiet-report.json')
  expect(await taskscope('run', quick(), ...fewThreads, '--quiet', '--json', file)).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  expect(read(file).ending).toBe('completed')
})

test.each<[string, string[], string]>([
  ['no command', [], 'taskscope: Expected a command (run or presets), got nothing. See taskscope --help.\n'],
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
  expect(await taskscope(...args)).toEqual({ code: 2, out: '', err: sentence })
})

test('two reports into one file, by whatever names, are refused before anything runs', async () => {
  const [json, html] = [join(folder, 'both'), `${folder}/../${basename(folder)}/both`]
  const { code, err } = await taskscope('run', endless(), '--json', json, '--html', html)
  expect([code, err, requests]).toEqual([
    2,
    `taskscope: --json and --html: expected two files, got "${html}" for both.\n`,
    0,
  ])
})

test('a terminal that is closed ends a run like Ctrl-C: reported, and nothing left behind', async () => {
  const file = join(folder, 'closed.json')
  const child = launch('run', endless(), ...fewThreads, '--strategy', 'processes', '--quiet', '--json', file)
  onRequest = () => child.kill('SIGHUP')
  const { code } = await endOf(child)
  expect([code, read(file).ending, readdirSync(temporary)]).toEqual([1, 'cancelled', []])
})

test('a parent that is killed takes its computing child processes with it', async () => {
  const child = launch('run', endless(), ...fewThreads, '--strategy', 'processes')
  let children: number[] = []
  onRequest = () => {
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
  const { code, out, err } = await taskscope('run', endless(), '--json', join(folder, 'none', 'report.json'))
  expect([
    code,
    out,
    err.startsWith(`taskscope: ${join(folder, 'none', 'report.json')} cannot be written: `),
    requests,
  ]).toEqual([2, '', true, 0])
})

test('Ctrl-C in the middle of a run writes the report of what ran, marked as cancelled, and ends with 1', async () => {
  const file = join(folder, 'cancelled.json')
  const child = launch('run', endless(), ...fewThreads, '--json', file)
  onRequest = () => child.kill('SIGINT')
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
  expect(readdirSync(temporary)).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'child processes leave it to their parent what Ctrl-C means',
  async () => {
    const file = join(folder, 'group.json')
    const child = launch(
      'run',
      endless(),
      ...fewThreads,
      '--strategy',
      'processes',
      '--quiet',
      '--json',
      file,
    )
    onRequest = () => {
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
  const child = launch('run', endless(), ...fewThreads, '--strategy', 'processes')
  onRequest = () => {
    // Two signals of one kind could arrive as one.
    child.kill('SIGINT')
    child.kill('SIGTERM')
  }
  const { code } = await endOf(child)
  expect([code, readdirSync(temporary)]).toEqual([130, []])
})

test('a reader that has had enough costs neither the other report nor the exit code', async () => {
  for (const [file, expected] of [
    [quick(), 0],
    [failing(), 1],
  ] as const) {
    const html = join(folder, 'piped.html')
    const child = launch('run', file, ...fewThreads, '--json', '-', '--html', html)
    child.stdout?.destroy()
    const { code, err } = await endOf(child)
    expect([code, err.split('\n')[0]?.startsWith('Test ('), readFileSync(html, 'utf8').length > 0]).toEqual([
      expected,
      true,
      true,
    ])
    rmSync(html)
  }
  const presets = launch('presets')
  presets.stdout?.destroy()
  expect(await endOf(presets)).toEqual({ code: 0, out: '', err: '' })
})
