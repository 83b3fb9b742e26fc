import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endOf, fewThreads, TestGround } from './test-ground.ts'

let ground: TestGround
beforeAll(async () => {
  ground = await TestGround.open()
})
afterAll(() => ground.close())
beforeEach(() => ground.forget())

test('after the figures come the findings and an account of the time that closes', async () => {
  const { code, out } = await ground.taskscope('run', ground.computing(), ...fewThreads)
  const lines = out.split('\n')
  const section = (heading: string): string[] => {
    const from = lines.indexOf(heading) + 1
    const length = lines.slice(from).findIndex((line) => !line.startsWith('  '))
    return lines.slice(from, from + length)
  }
  const account = section('where the time went')
  expect([
    code,
    lines.filter((line) => line !== '' && !line.startsWith('  ')),
    /^ {2}(problem|advice|note|good) +\S.*\.$/.test(section('findings')[0] ?? ''),
    account[0]?.trim().split(/ +/),
    account.at(-2)?.trim().split(' ')[0],
    account.at(-1)?.match(/100 %/g)?.length,
  ]).toEqual([
    0,
    ['Test (computing) under hybrid', 'findings', 'where the time went'],
    true,
    process.platform === 'linux' ? ['wall', 'slots', 'cores'] : ['wall', 'slots'],
    'unexplained',
    process.platform === 'linux' ? 3 : 2,
  ])
})

test('runs of different sessions do the same work where the rate of calibrated tasks is given', async () => {
  const file = join(ground.folder, 'calibrated-run.json')
  const rate = ['--iterations-per-ms', '1234.5']
  const commands = [
    ['run', ground.calibrated(), ...rate, '--json', file, ...fewThreads],
    ['run', ground.calibrated(), ...fewThreads],
    [
      'compare',
      ground.calibrated(),
      ...rate,
      '--strategies',
      'hybrid,threads',
      '--repeats',
      '2',
      '--json',
      '-',
    ],
  ]
  const ended = []
  for (const words of commands) ended.push(await ground.taskscope(...words))
  const [given, measured, compared] = ended.map(({ out }) => out)
  const { plan } = JSON.parse(readFileSync(file, 'utf8')) as {
    plan: { groups: { parameters: { iterations: number } }[] }
  }
  const { trials } = JSON.parse(compared ?? '') as { trials: { iterationsPerMs: number }[] }
  const line =
    /^ {2}calibrated +([\d,.]+) iterations per ms; other runs do the same work with --iterations-per-ms ([\d.]+)$/m
  const [, shown = '', again = ''] = line.exec(measured ?? '') ?? []
  expect([
    ended.map(({ code }) => code),
    plan.groups.map(({ parameters }) => parameters.iterations),
    trials.map(({ iterationsPerMs }) => iterationsPerMs),
    line.exec(given ?? '')?.slice(1),
    // What was measured is whole, so that what is printed is all of it.
    [shown.replaceAll(',', ''), Number.isInteger(Number(again)), Number(again) > 0],
  ]).toEqual([
    [0, 0, 0],
    [4938],
    [1234.5, 1234.5, 1234.5, 1234.5],
    ['1,234.5', '1234.5'],
    [again, true, true],
  ])
})

test('a run can be watched as little as one likes', async () => {
  const { code, out } = await ground.taskscope(
    'run',
    ground.computing(),
    '--cpu',
    '2',
    '--sample-hz',
    '0',
    '--detail',
    'stamps',
    '--json',
    '-',
  )
  const { samples, slices, tasks, measurement, findings } = JSON.parse(out) as {
    samples: unknown[]
    slices: unknown[]
    tasks: Record<string, unknown>[]
    measurement: Record<string, unknown>
    findings: unknown[]
  }
  expect([
    code,
    samples,
    slices,
    tasks.map(({ onCpuMs, readyMs, timeBasis }) => [onCpuMs, readyMs, timeBasis]),
    measurement['taskCpu'],
    measurement['coreTimes'],
    findings.length > 0,
  ]).toEqual([0, [], [], tasks.map(() => [null, null, 'unknown']), 'none', 'none', true])
})

test('what-if prints a prediction for each size, the measured point, and how far the model is off', async () => {
  const { code, out, err } = await ground.taskscope(
    'what-if',
    ground.computing(),
    ...fewThreads,
    '--vary',
    'cpu',
  )
  const lines = out.split('\n')
  const measured = lines.filter((line) => /^ +2 .* m?s +×\S+ +[\d.]+ m?s$/.test(line))
  expect([code, err, lines[0], measured.length, / measured\.$/.test(lines.at(-2) ?? '')]).toEqual([
    0,
    '',
    'Test (computing) under hybrid: predicted makespans',
    1,
    true,
  ])
})

test('what-if as JSON names what was varied, every point, and the error; more workers never predict more time', async () => {
  const { code, out, err } = await ground.taskscope(
    'what-if',
    ground.computing(),
    ...fewThreads,
    '--vary',
    'cpu',
    '--quiet',
    '--json',
    '-',
  )
  const { answer, ...front } = JSON.parse(out) as {
    answer: {
      kind: string
      vary: string
      points: { value: number; makespanMs: number }[]
      measured: { value: number }
      error: number
    }
  }
  const makespans = answer.points.filter(({ value }) => value <= 2).map(({ makespanMs }) => makespanMs)
  expect([code, err, Object.keys(front), answer.kind, answer.vary, answer.measured.value]).toEqual([
    0,
    '',
    ['schemaVersion', 'kind', 'runId', 'presetId', 'strategy', 'options'],
    'curve',
    'cpuWorkers',
    2,
  ])
  expect([makespans.length, (makespans[1] ?? NaN) <= (makespans[0] ?? NaN), typeof answer.error]).toEqual([
    2,
    true,
    'number',
  ])
})

test('what-if says so where a run has no use for what is to be varied', async () => {
  const { code, out } = await ground.taskscope('what-if', ground.computing(), ...fewThreads, '--vary', 'loop')
  expect([code, out.split('\n').length, /number of tasks on the loop\.\n$/.test(out)]).toEqual([0, 3, true])
})

test('self-test runs in pairs and gives each of them, a verdict and its own CPU time', async () => {
  const file = join(ground.folder, 'self-test.json')
  const { code, out, err } = await ground.taskscope(
    'self-test',
    ground.quick(),
    '--cpu',
    '1',
    '--pairs',
    '2',
    '--json',
    file,
  )
  const result = JSON.parse(readFileSync(file, 'utf8')) as {
    kind: string
    presetId: string
    pairs: { first: string }[]
    verdict: string
  }
  const lines = out.split('\n')
  expect([
    code,
    err,
    lines[0],
    lines.at(-2)?.startsWith('2 pairs of runs are too few to tell'),
    result.kind,
    result.presetId,
    result.pairs.map(({ first }) => first),
    result.verdict.startsWith('2 pairs'),
  ]).toEqual([
    0,
    '',
    'Self-test with Test (quick) under hybrid, 5 tasks a run',
    true,
    'taskscope-self-test',
    'quick',
    ['observed', 'bare'],
    true,
  ])
})

test('a self-test of tasks that fail is refused: they say nothing about speed', async () => {
  const { code, out, err } = await ground.taskscope('self-test', ground.failing(), '--cpu', '1')
  expect([code, out, err]).toEqual([
    2,
    '',
    'taskscope: Expected all 2 tasks of “Test” to succeed, got 1: such a run does not tell what observing costs\n',
  ])
})

test.each([
  ['self-test', 'The self-test was cancelled: half of it tells nothing.\n'],
  ['what-if', 'The run was cancelled: half of it predicts nothing.\n'],
])('Ctrl-C in a %s ends it with 1 and no document', async (command, sentence) => {
  const file = join(ground.folder, `cancelled-${command}.json`)
  const child = ground.launch(command, ground.endless(), '--json', file)
  ground.onRequest = () => child.kill('SIGINT')
  const { code, out, err } = await endOf(child)
  expect([code, out, err, existsSync(file), readdirSync(ground.temporary)]).toEqual([
    1,
    '',
    sentence,
    false,
    [],
  ])
})
