import { expect, test } from 'vitest'
import { sampleRecord, type FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { samplerOverloaded } from './sampler-overloaded.ts'

/** Two seconds at 10 Hz: sample `at` is taken at its own time. */
const sampledAt = (timeOf: (at: number) => number): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop' }],
  tasks: [{ started: 0, finished: 2000 }],
  options: { sampleHz: 10 },
  samples: listOf(21, (at) => {
    const atMs = timeOf(at)
    return sampleRecord({
      atMs,
      intervalMs: at === 0 ? 100 : atMs - timeOf(at - 1),
      latenessMs: atMs - at * 100,
      cores: [{}],
    })
  }),
})

test('samples that come half an interval late, and gaps, are an overload', () => {
  expect(
    judged(
      samplerOverloaded,
      sampledAt((at) => at * 100 + (at > 10 && at % 2 === 1 ? 80 : 0)),
    ),
  ).toEqual({
    id: 'sampler-overloaded',
    severity: 'note',
    sentence:
      'The sampler could not keep its pace of one sample in 100 ms: they were up to 80.0 ms late (p99), with 0 gaps and 180 ms between two at most.',
    advice: 'Choose a lower sample rate, or leave a core free: the tracks of the hardware are coarse here.',
    evidence: { fromMs: 1000, toMs: 1980, tasks: [], slots: [] },
  })
})

/** A run sampled at 10 Hz, each sample on time, but for those that were left out. */
const withGaps = (isMissing: (at: number) => boolean, seconds = 5): FakeRun => {
  const times = listOf(seconds * 10 + 1, (at) => at).filter((at) => !isMissing(at))
  return {
    groups: [{ kind: 'cpu', workload: 'sqrt-loop' }],
    tasks: [{ started: 0, finished: seconds * 1000 }],
    options: { sampleHz: 10 },
    samples: times.map((at, row) =>
      sampleRecord({
        atMs: at * 100,
        intervalMs: (at - (times[row - 1] ?? at - 1)) * 100,
        latenessMs: 1,
        cores: [{}],
      }),
    ),
  }
}

test('samples that are missing are gaps, although the others were on time', () => {
  const finding = judged(
    samplerOverloaded,
    withGaps((at) => at % 10 === 5),
  )
  expect([finding?.sentence, finding?.evidence]).toEqual([
    'The sampler could not keep its pace of one sample in 100 ms: they were up to 1.00 ms late (p99), with 5 gaps and 200 ms between two at most.',
    { fromMs: 400, toMs: 4600, tasks: [], slots: [] },
  ])
})

test('one gap in a long run, or in a very short one, says nothing', () => {
  expect(
    judged(
      samplerOverloaded,
      withGaps((at) => at === 20),
    ),
  ).toBeNull()
  expect(
    judged(
      samplerOverloaded,
      withGaps((at) => at === 2, 0.4),
    ),
  ).toBeNull()
})

test('a little lateness is not, and nothing is said where nothing was sampled', () => {
  expect(
    judged(
      samplerOverloaded,
      sampledAt((at) => at * 100 + (at % 3) * 15),
    ),
  ).toBeNull()
  expect(judged(samplerOverloaded, { ...sampledAt((at) => at), samples: [] })).toBeNull()
})
