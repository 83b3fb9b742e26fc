import { isCoreShareMeaningful } from '#shared/analysis/core-quantum.ts'
import { countUpTo, type Steps } from '#shared/analysis/queue-depth.ts'
import { bytesFigure, countText, figureText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'
import { texts } from '#shared/texts/texts.ts'
import { latestSample, sampleAt } from '../sample-index.ts'
import type { SeriesTrack } from '../series-tracks.ts'
import { threadRows } from '../thread-rows.ts'

/** A track of values over time as the keyboard goes through it. */
export interface WalkTrack {
  /** Of its row in the picture. */
  readonly id: string
  readonly name: string
  /** The times at which it may change: `count` of them, in order. */
  readonly atMs: Float64Array
  readonly count: number
  /** What it says at a time, in words. */
  readonly valueAt: (atMs: RunMs) => string
}

/** Cores that are spoken one by one; of more, mean and extremes. */
const mostNamedCores = 8

const unknownOr = (parts: readonly string[]): string =>
  parts.length === 0 ? texts().spoken.notMeasured : parts.join(', ')

/** The sample that covers a time, else the last one before. */
const sampleFor = ({ samples }: Run, atMs: RunMs): number | null =>
  sampleAt(samples, atMs) ?? latestSample(samples, atMs)

function coresAt(run: Run, atMs: RunMs): string {
  const { samples, header } = run
  const sample = sampleFor(run, atMs)
  if (sample === null) return texts().spoken.notMeasured
  if (!isCoreShareMeaningful(header.measurement, samples.intervalMs[sample] as number))
    return texts().spoken.notMeasured
  const shares = samples.coreBusy.map((column, core) => ({ core, share: column[sample] ?? NaN }))
  const known = shares.filter(({ share }) => !Number.isNaN(share))
  const percent = (share: number): string => figureText(percentFigure(share))
  if (known.length === 0) return texts().spoken.notMeasured
  if (known.length <= mostNamedCores)
    return known.map(({ core, share }) => texts().spoken.core(core, percent(share))).join(', ')
  const mean = known.reduce((sum, { share }) => sum + share, 0) / known.length
  const least = known.reduce((one, other) => (other.share < one.share ? other : one))
  const most = known.reduce((one, other) => (other.share > one.share ? other : one))
  return texts().spoken.cores(
    percent(mean),
    texts().spoken.core(least.core, percent(least.share)),
    texts().spoken.core(most.core, percent(most.share)),
  )
}

function threadsAt(run: Run, atMs: RunMs): string {
  const { samples, header } = run
  const sample = sampleFor(run, atMs)
  if (sample === null) return texts().spoken.notMeasured
  const intervalMs = samples.intervalMs[sample] as number
  /** Of the sample's time, together: 1 is one whole core. */
  const shareOf = (columns: readonly Float32Array[], first: number, count: number): number =>
    columns
      .slice(first, first + count)
      .map((column) => column[sample] ?? NaN)
      .filter((ms) => !Number.isNaN(ms))
      .reduce((sum, ms) => (Number.isNaN(sum) ? 0 : sum) + ms, NaN) / intervalMs
  const parts = threadRows(header.slots).groups.flatMap(({ name, first, count }) => {
    const onCpu = shareOf(samples.slotOnCpuMs, first, count)
    if (Number.isNaN(onCpu)) return []
    const ready = shareOf(samples.slotReadyMs, first, count)
    return [
      texts().spoken.thread(
        name,
        figureText(percentFigure(onCpu)),
        ready >= 0.005 ? figureText(percentFigure(ready)) : null,
      ),
    ]
  })
  return unknownOr(parts)
}

/** The tracks below the lanes, from top to bottom, as they are in the picture. */
export function walkTracks(
  run: Run,
  queue: Steps,
  series: readonly SeriesTrack[],
  hasThreads: boolean,
): readonly WalkTrack[] {
  const { samples } = run
  const words = texts().spoken
  const ofSamples = { atMs: samples.atMs, count: samples.count }
  const memory = (id: string, name: string, column: Float64Array): WalkTrack => ({
    id,
    name,
    ...ofSamples,
    valueAt: (atMs) => {
      const sample = sampleFor(run, atMs)
      const bytes = sample === null ? NaN : (column[sample] ?? NaN)
      return Number.isNaN(bytes) ? words.notMeasured : figureText(bytesFigure(bytes))
    },
  })
  return [
    {
      id: 'queue-track',
      name: words.queue,
      atMs: queue.atMs,
      count: queue.atMs.length,
      valueAt: (atMs) => {
        const position = countUpTo(queue.atMs, atMs, queue.atMs.length) - 1
        return words.waiting(countText(position < 0 ? 0 : (queue.value[position] ?? 0)))
      },
    },
    { id: 'cores-track', name: words.coresTrack, ...ofSamples, valueAt: (atMs) => coresAt(run, atMs) },
    ...(hasThreads
      ? [
          {
            id: 'threads-track',
            name: words.threads,
            ...ofSamples,
            valueAt: (atMs: RunMs) => threadsAt(run, atMs),
          },
        ]
      : []),
    ...series.map((track): WalkTrack => ({
      id: `${track.id}-track`,
      name: track.name,
      ...ofSamples,
      valueAt: (atMs) => {
        const sample = sampleFor(run, atMs)
        return unknownOr(
          track.values.flatMap(({ values, term, figure }) => {
            const value = sample === null ? NaN : (values[sample] ?? NaN)
            return Number.isNaN(value) ? [] : [`${term} ${figureText(figure(value))}`.trim()]
          }),
        )
      },
    })),
    memory('memory-track', words.memory, samples.memoryUsedBytes),
    memory('own-memory-track', words.ownMemory, samples.processMemoryBytes),
  ]
}

/** The next time after (1), or the last one before (-1), at which a track may change; null: there is none. */
export function besideInTrack({ atMs, count }: WalkTrack, fromMs: RunMs, step: 1 | -1): RunMs | null {
  const after = countUpTo(atMs, fromMs, count)
  if (step === 1) return after < count ? (atMs[after] as number) : null
  let before = after - 1
  while (before >= 0 && (atMs[before] as number) >= fromMs) before--
  return before < 0 ? null : (atMs[before] as number)
}
