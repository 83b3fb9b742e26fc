import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyseSweep } from '#shared/analysis/scaling/analyse-sweep.ts'
import { compareTrials } from '#shared/analysis/comparison/compare-trials.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Preset } from '#shared/model/preset.ts'
import { standardFormat, useTextFormat } from '#shared/texts/language.ts'
import { InputError } from '../engine/input-error.ts'
import type { ComparisonWish, ExperimentEvent } from './experiment-requests.ts'
import { Experiments, type ExperimentsParts } from './experiments.ts'
import { experimentOf, FakeHosts, runOf, type FakeAnswer } from './fake-hosts.ts'
import { RunSpool } from './run-spool.ts'

const resultIsLost = 'The process that held this result has ended; making it again brings it back.'

const system = process.env['TMPDIR']
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  process.env['TMPDIR'] = folder
})
afterAll(() => {
  if (system === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = system
  rmSync(folder, { recursive: true })
})

const preset: Preset = {
  ...(experimentOf(['A']).variants[0]?.preset as Preset),
  groups: [
    {
      name: 'compute',
      kind: 'cpu',
      workload: 'sqrt-loop',
      count: 8,
      parameters: { iterations: 10 },
      priority: 0,
      timeoutMs: null,
      cancelAfterMs: null,
    },
  ],
}
const wish: ComparisonWish = {
  preset,
  presetId: 'file-1',
  repeats: 2,
  warmUps: 0,
  pauseMs: 10,
  otherProcessIds: [],
  variants: [
    { strategy: 'hybrid', options: {} },
    { strategy: 'sequential', options: {} },
  ],
  baseline: null,
}
const sweep = {
  ...wish,
  strategy: 'hybrid',
  options: {},
  size: 'cpu',
  values: [2, 1, 2],
} as const

interface Watched {
  readonly experiments: Experiments
  readonly told: ExperimentEvent[]
  readonly hosts: FakeHosts
  /** Resolves when the experiment is over. */
  readonly over: Promise<void>
}

function watched(answer?: FakeAnswer, more: Partial<ExperimentsParts> = {}): Watched {
  const told: ExperimentEvent[] = []
  const hosts = new FakeHosts()
  let experiments: Experiments | undefined
  const over = new Promise<void>((resolve) => {
    experiments = new Experiments({
      openSpool: () => RunSpool.open(),
      launch: () => hosts.parts(answer),
      readSavedRun: () => Promise.reject(new Error('Expected no file to be read')),
      compareTrials,
      analyseSweep,
      tell: (event) => {
        told.push(event)
        if (event.state.kind === 'over') resolve()
      },
      // Everything is told at once, and what waits never.
      after: () => () => undefined,
      ...more,
    })
  })
  if (experiments === undefined) throw new Error('Expected experiments')
  return { experiments, told, hosts, over }
}

const last = ({ told }: Watched): ExperimentEvent['state'] => told.at(-1)?.state ?? { kind: 'idle' }

test('a comparison is told while it runs, and its result when it is over', async () => {
  const all = watched()
  expect(await all.experiments.startComparison(wish)).toEqual({ kind: 'started' })
  expect(all.told[0]).toMatchObject({
    kind: 'comparison',
    state: { kind: 'running', outline: { presetId: 'file-1', origin: 'measured', sweep: null }, trials: [] },
  })
  await all.over
  expect(last(all)).toMatchObject({
    kind: 'over',
    ending: 'completed',
    message: '',
    // The sequential one, since nobody chose another.
    result: { baseline: 1, isComplete: true, variants: [{ label: 'hybrid' }, { label: 'sequential' }] },
  })
  await all.experiments.close()
})

test('that runs cannot be saved is told while the experiment goes on and when it is over, and of no other', async () => {
  const all = watched((_host, place) => ({
    ...all.hosts.over(place, 100),
    savingProblem: place === 1 ? 'The run could not be saved.' : '',
  }))
  const problemsOf = (): unknown[] =>
    all.told.map(({ state }) => (state.kind === 'idle' ? '' : `${state.kind} ${state.savingProblem ?? '-'}`))
  await all.experiments.startComparison(wish)
  await all.over
  const problems = problemsOf()
  expect([problems[0], problems.at(-1)]).toEqual(['running -', 'over The run could not be saved.'])
  expect(last(all)).toMatchObject({ kind: 'over', ending: 'completed', message: '' })
  await all.experiments.startSweep(sweep)
  expect(problemsOf().at(-1)).toBe('running -')
  await all.experiments.close()
})

test('while one is under way no other begins; when it is over the next may', async () => {
  const all = watched()
  const answers = await Promise.all([
    all.experiments.startComparison(wish),
    all.experiments.startSweep(sweep),
  ])
  expect(answers).toEqual([
    { kind: 'started' },
    { kind: 'refused', message: 'A comparison or sweep is under way: cancel it or wait for its end.' },
  ])
  await all.over
  expect(await all.experiments.startSweep(sweep)).toEqual({ kind: 'started' })
  await all.experiments.close()
})

test('cancelling keeps what was measured, and says that it is not all', async () => {
  const all: Watched = watched(async (_host, place, cancelled) => {
    if (place < 2) return all.hosts.over(place, 100)
    await all.experiments.cancel()
    await cancelled
    return all.hosts.over(place, 5, { kind: 'cancelled' })
  })
  await all.experiments.startComparison(wish)
  await all.over
  expect(all.told.map(({ state }) => state.kind)).toContain('cancelling')
  expect(last(all)).toMatchObject({ ending: 'cancelled', result: { isComplete: false } })
  await all.experiments.close()
})

test('one that fails before its first run has no result', async () => {
  const all = watched(() => {
    throw new Error('no threads')
  })
  await all.experiments.startComparison(wish)
  await all.over
  expect(last(all)).toMatchObject({
    ending: 'failed',
    message: 'A run of “hybrid” could not be made: no threads',
    result: null,
  })
  await all.experiments.close()
})

test('another baseline gives another result from the same runs, also when it is chosen before the end', async () => {
  const all: Watched = watched(async (_host, place) => {
    if (place === 1) await all.experiments.chooseBaseline(0)
    return all.hosts.over(place, 100)
  })
  await all.experiments.startComparison(wish)
  await all.over
  expect(last(all)).toMatchObject({ result: { baseline: 0 } })
  await all.experiments.chooseBaseline(1)
  expect(last(all)).toMatchObject({ result: { baseline: 1 } })
  const toldBefore = all.told.length
  expect(await all.experiments.chooseBaseline(7)).toMatchObject({ kind: 'refused' })
  expect(all.told.length).toBe(toldBefore)
  await all.experiments.close()
})

test('a process that did not measure says so instead of choosing a baseline or exporting', async () => {
  const { experiments } = watched()
  const answers = [
    await experiments.chooseBaseline(0),
    await experiments.export({ kind: 'comparison', format: 'json', file: 'never-written.json' }),
  ]
  expect(answers).toEqual([
    { kind: 'refused', message: resultIsLost },
    { kind: 'refused', message: resultIsLost },
  ])
  await experiments.close()
})

test('a sweep runs its sizes in ascending order, each once', async () => {
  const all = watched()
  await all.experiments.startSweep(sweep)
  await all.over
  expect(all.told.at(-1)).toMatchObject({
    kind: 'scaling',
    state: {
      outline: { sweep: { size: 'cpu', values: [1, 2] } },
      result: { points: [{ size: 1 }, { size: 2 }] },
    },
  })
  expect(all.hosts.wishes.map(({ options }) => options.cpuWorkers)).toEqual([1, 2, 2, 1])
  await all.experiments.close()
})

test('what cannot be measured is refused with the reason, and the last result stays', async () => {
  const all = watched()
  await all.experiments.startComparison(wish)
  await all.over
  const toldBefore = all.told.length
  const refusals = [
    await all.experiments.startComparison({ ...wish, baseline: 2 }),
    await all.experiments.startSweep({ ...sweep, values: [2, 2] }),
    await all.experiments.startSweep({ ...sweep, strategy: 'sequential' }),
  ]
  expect(refusals.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused'])
  expect(refusals[0]).toMatchObject({ message: 'Expected a baseline among 2 variants, got number 3.' })
  expect(refusals[1]).toMatchObject({ message: 'Expected 2 to 16 different sizes, got 1.' })
  expect(all.told.length).toBe(toldBefore)
  await all.experiments.close()
})

const saved: ExperimentsParts['readSavedRun'] = (file) => {
  const [, id = '', makespan = ''] = /(\w)(\d+)\.json$/.exec(file) ?? []
  if (id === '') return Promise.reject(new InputError(`${file}: expected a run.`))
  return Promise.resolve(runOf(`${id}${makespan}`, Number(makespan)))
}

test('saved runs are compared as groups, and can be read and exported like measured ones', async () => {
  const all = watched(undefined, { readSavedRun: saved })
  const groups = [
    ['/before/a100.json', '/before/b110.json'],
    ['/after/c50.json', '/after/d55.json'],
  ]
  expect(await all.experiments.compareSaved(groups)).toEqual({ kind: 'started' })
  expect(last(all)).toMatchObject({
    outline: { origin: 'saved', variants: [{ label: 'before' }, { label: 'after' }] },
    result: { pairing: 'none', baseline: 0 },
  })
  expect(await all.experiments.readRun('c50' as RunId)).toMatchObject({
    kind: 'read',
    run: { header: { id: 'c50' } },
  })
  const file = join(folder, 'report.csv')
  expect(await all.experiments.export({ kind: 'comparison', format: 'csv', file })).toEqual({
    kind: 'saved',
    fileName: 'report.csv',
  })
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(5)
  expect(await all.experiments.export({ kind: 'scaling', format: 'csv', file })).toEqual({
    kind: 'refused',
    message: resultIsLost,
  })
  await all.experiments.close()
})

test('a file that is no run, and a run that is there twice, are refused by name', async () => {
  const all = watched(undefined, { readSavedRun: saved })
  expect(await all.experiments.compareSaved([['/x/nothing.json'], ['/x/a1.json']])).toEqual({
    kind: 'refused',
    message: '/x/nothing.json: expected a run.',
  })
  expect(await all.experiments.compareSaved([['/x/a1.json'], ['/y/a1.json']])).toEqual({
    kind: 'refused',
    message: 'a1.json: expected each run once, got run a1 twice.',
  })
  expect(all.told).toEqual([])
})

test('a run of nobody is refused; the records go when the next comparison begins, and at the end', async () => {
  const all = watched(undefined, { readSavedRun: saved })
  const foldersThere = (): number =>
    readdirSync(folder).filter((name) => name.startsWith('taskscope-')).length
  expect(await all.experiments.readRun('a1' as RunId)).toMatchObject({ kind: 'refused' })
  await all.experiments.compareSaved([['/x/a1.json'], ['/x/b2.json']])
  await all.experiments.compareSaved([['/x/c3.json'], ['/x/d4.json']])
  expect(foldersThere()).toBe(1)
  expect(await all.experiments.readRun('a1' as RunId)).toMatchObject({ kind: 'refused' })
  await all.experiments.close()
  expect(foldersThere()).toBe(0)
})

test('a result is told anew in another language, and its JSON stays as it was', async () => {
  const all = watched()
  await all.experiments.startComparison(wish)
  await all.over
  const json = async (name: string): Promise<string> => {
    const file = join(folder, name)
    expect(await all.experiments.export({ kind: 'comparison', format: 'json', file })).toMatchObject({
      kind: 'saved',
    })
    return readFileSync(file, 'utf8')
  }
  const english = await json('english.json')
  try {
    await all.experiments.useTextFormat({ ...standardFormat, language: 'de' })
    expect(last(all)).toMatchObject({
      kind: 'over',
      result: {
        checks: expect.arrayContaining([
          expect.objectContaining({ id: 'complete', sentence: 'Vollständig: 4 Läufe.' }),
        ]) as unknown,
      },
    })
    expect(await json('german.json')).toBe(english)
    // What it refuses is said in it, too.
    expect(await all.experiments.chooseBaseline(99)).toEqual({
      kind: 'refused',
      message: 'Eine solche Variante, mit der zu vergleichen wäre, gibt es nicht.',
    })
  } finally {
    useTextFormat(standardFormat)
  }
  await all.experiments.close()
})
