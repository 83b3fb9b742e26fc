import { expect, test } from 'vitest'
import type { Experiment, ExperimentProgress, Trial } from '#shared/model/experiment.ts'
import { experimentOf, FakeHosts } from './fake-hosts.ts'
import { runExperiment, type ExperimentOutcome, type ExperimentParts } from './run-experiment.ts'

interface Watched {
  readonly outcome: Promise<ExperimentOutcome>
  readonly progress: ExperimentProgress[]
  readonly told: Trial[]
  readonly problems: string[]
  readonly cancelling: AbortController
}

function begin(experiment: Experiment, parts: ExperimentParts): Watched {
  const cancelling = new AbortController()
  const progress: ExperimentProgress[] = []
  const told: Trial[] = []
  const problems: string[] = []
  const outcome = runExperiment(experiment, parts, {
    signal: cancelling.signal,
    onProgress: (now) => progress.push(now),
    onTrial: (trial) => told.push(trial),
    onSavingProblem: (problem) => problems.push(problem),
  })
  return { outcome, progress, told, problems, cancelling }
}

const placesOf = ({ trials }: ExperimentOutcome): unknown =>
  trials.map(({ variant, round, place, run }) => [variant, round, place, run.id])

test('runs come in a counterbalanced order after the warm-ups, with a pause before each of the measured ones', async () => {
  const hosts = new FakeHosts()
  const { outcome } = begin(experimentOf(['A', 'B']), hosts.parts())
  expect((await outcome).ending).toBe('completed')
  expect(hosts.asked.join(', ')).toBe(
    'launch 0, launch 1, run 0, run 1, pause 70, run 0, pause 70, run 1, pause 70, run 1, pause 70, run 0, end 0, end 1',
  )
})

test('measured runs become trials, warm-ups do not', async () => {
  const hosts = new FakeHosts()
  const { outcome, told } = begin(experimentOf(['A', 'B']), hosts.parts())
  const over = await outcome
  expect(placesOf(over)).toEqual([
    [0, 0, 0, 'run 2'],
    [1, 0, 1, 'run 3'],
    [1, 1, 2, 'run 4'],
    [0, 1, 3, 'run 5'],
  ])
  expect(told).toEqual(over.trials)
  const origins = hosts.wishes.map(({ record }) => record?.facts.origin ?? null)
  const ids = new Set(origins.map((origin) => (origin?.kind === 'experiment' ? origin.experimentId : '')))
  const origin = (variant: string, round: number): unknown => ({
    kind: 'experiment',
    experimentId: expect.stringMatching(/^\d{8}-\d{6}-[0-9a-f]{8}$/) as string,
    experiment: 'comparison',
    variant,
    round,
  })
  expect(origins).toEqual([null, null, origin('A', 0), origin('B', 0), origin('B', 1), origin('A', 1)])
  // One for all of them, and none for the warm-ups.
  expect(ids.size).toBe(2)
})

test('warm-ups are sampled as fast as it goes, so that nobody waits for their first samples', async () => {
  const hosts = new FakeHosts()
  await begin(experimentOf(['A'], { repeats: 1 }), hosts.parts()).outcome
  expect(hosts.wishes.map(({ options }) => options)).toEqual([{ sampleHz: 50 }, {}])
})

test('the machine is described once, by the first host, and all others go by that', async () => {
  const hosts = new FakeHosts()
  await begin(experimentOf(['A', 'B', 'C']), hosts.parts()).outcome
  expect(hosts.machines).toEqual([null, hosts.machine, hosts.machine])
})

test('progress tells what runs, how far it is, and how long the rest will take', async () => {
  const hosts = new FakeHosts()
  const { outcome, progress } = begin(experimentOf(['A', 'B'], { repeats: 1 }), hosts.parts())
  await outcome
  const at = (done: number, variant: number | null, isWarmUp: boolean, remainingMs: number | null) => ({
    done,
    total: 4,
    variant,
    isWarmUp,
    remainingMs,
  })
  expect(progress).toEqual([
    at(0, null, true, null),
    at(0, 0, true, null),
    at(1, null, true, 440),
    at(1, 1, true, 440),
    at(2, null, false, 340),
    at(2, 0, false, 340),
    at(3, null, false, 170),
    at(3, 1, false, 170),
    at(4, null, false, 0),
  ])
})

test('cancelling drops the run that it ends, and keeps those before it', async () => {
  const hosts = new FakeHosts()
  const { outcome, cancelling } = begin(
    experimentOf(['A', 'B']),
    hosts.parts(async (_host, place, cancelled) => {
      if (place < 4) return hosts.over(place, 100)
      cancelling.abort()
      await cancelled
      return hosts.over(place, 30, { kind: 'cancelled' })
    }),
  )
  const over = await outcome
  expect([over.ending, over.message, over.trials.length]).toEqual(['cancelled', '', 2])
  expect(hosts.asked.slice(-4)).toEqual(['run 1', 'cancel 1', 'end 0', 'end 1'])
})

test('a cancel between two runs starts no other', async () => {
  const hosts = new FakeHosts()
  const parts = hosts.parts()
  const { outcome, cancelling } = begin(experimentOf(['A', 'B']), {
    ...parts,
    pause: (ms, signal) => {
      if (hosts.wishes.length === 3) cancelling.abort()
      return parts.pause(ms, signal)
    },
  })
  const over = await outcome
  expect([over.ending, placesOf(over)]).toEqual(['cancelled', [[0, 0, 0, 'run 2']]])
  expect(hosts.wishes).toHaveLength(3)
})

test('a host that dies fails the experiment, with what was measured before and no host left', async () => {
  const hosts = new FakeHosts()
  const { outcome } = begin(
    experimentOf(['A', 'B']),
    hosts.parts((_host, place) => {
      if (place === 3) throw new Error('The process that makes the runs ended: signal SIGKILL.')
      return hosts.over(place, 100)
    }),
  )
  const over = await outcome
  expect([over.ending, over.message, over.trials.length]).toEqual([
    'failed',
    'A run of “B” could not be made: The process that makes the runs ended: signal SIGKILL.',
    1,
  ])
  expect(hosts.asked.slice(-2)).toEqual(['end 0', 'end 1'])
})

test('a run that breaks off fails the experiment and is no trial', async () => {
  const hosts = new FakeHosts()
  const broken = { kind: 'broken', message: 'no memory' } as const
  const { outcome } = begin(
    experimentOf(['A', 'B']),
    hosts.parts((_host, place) => hosts.over(place, 100, place === 2 ? broken : undefined)),
  )
  expect(await outcome).toEqual({
    ending: 'failed',
    message: 'A run of “A” broke off: no memory',
    trials: [],
  })
})

test('when one host cannot be had, those that were started are ended', async () => {
  const hosts = new FakeHosts()
  const { outcome } = begin(
    experimentOf(['A', 'B', 'C']),
    hosts.parts(undefined, (at) => {
      if (at === 1) throw new Error('no process to be had')
    }),
  )
  expect(await outcome).toEqual({ ending: 'failed', message: 'no process to be had', trials: [] })
  expect(hosts.asked).toEqual(['launch 0', 'launch 1', 'launch 2', 'end 0', 'end 2'])
})

test('a record that could not be written is noted, and the run counts all the same', async () => {
  const hosts = new FakeHosts()
  const { outcome } = begin(
    experimentOf(['A'], { warmUps: 0, repeats: 2 }),
    hosts.parts((_host, place) => ({
      ...hosts.over(place, 100),
      recordProblem: place === 0 ? 'The disk is full.' : '',
    })),
  )
  expect((await outcome).trials).toHaveLength(2)
  expect([...hosts.problems]).toEqual([['run 0', 'The disk is full.']])
})

test('that the library takes no run is told once, for the first of them', async () => {
  const hosts = new FakeHosts()
  const { outcome, problems } = begin(
    experimentOf(['A'], { warmUps: 0, repeats: 3 }),
    hosts.parts((_host, place) => ({
      ...hosts.over(place, 100),
      savingProblem: place === 0 ? '' : `Run ${place} could not be saved.`,
    })),
  )
  expect((await outcome).trials).toHaveLength(3)
  expect([problems, [...hosts.problems]]).toEqual([['Run 1 could not be saved.'], []])
})
