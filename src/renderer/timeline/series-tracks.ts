import {
  durationFigure,
  figureText,
  fixedText,
  percentFigure,
  type Figure,
  noFigure,
} from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import { mostOwnShareOfMachine } from '#shared/analysis/own-cost.ts'
import { ownCostLimit } from '../state/own-cost-limit.svelte.ts'
import { texts } from '#shared/texts/texts.ts'
import type { TrackFigures } from '../state/track-figures.ts'
import type { SampleSeries } from './draw-series.ts'
import type { Palette } from './palette.ts'
import { nominalIntervalMs } from '../state/sample-cover.ts'
import { highestOf, knowsAny, roundUp } from './series-range.ts'

/** A value in a track's right column. */
interface SeriesValue {
  readonly values: Float64Array
  /** What it is, where the track has several. */
  readonly term: string
  readonly explanation: string
  readonly figure: (value: number) => Figure
}

/** A track of one or more values per sample. */
export interface SeriesTrack {
  readonly id: string
  readonly name: string
  /** One sentence: what it is and how it is measured. */
  readonly explanation: string
  readonly scaleText: string
  readonly from: number
  readonly to: number
  readonly mark: number | null
  readonly series: readonly SampleSeries[]
  readonly values: readonly SeriesValue[]
}

/** The last sample comes when the run ends, however soon after the one before. */
const leastWhole = 0.5
/** A scale that went below would make much of nothing. */
const leastDelayMs = 5

const coresFigure = (cores: number): Figure =>
  Number.isNaN(cores) ? noFigure : { value: fixedText(cores, 2), unit: texts().tracks.coresUnit }
const frequencyFigure = (megahertz: number): Figure =>
  Number.isNaN(megahertz) ? noFigure : { value: fixedText(megahertz / 1000, 2), unit: 'GHz' }
const temperatureFigure = (celsius: number): Figure =>
  Number.isNaN(celsius) ? noFigure : { value: fixedText(celsius, 0), unit: '°C' }

function loopTrack({ samples, header }: Run, count: number, palette: Palette): SeriesTrack {
  const { taskLoopDelayMs, mainLoopDelayMs } = samples
  const to = roundUp(Math.max(leastDelayMs, highestOf([taskLoopDelayMs, mainLoopDelayMs], count)))
  const { value, unit } = durationFigure(to)
  return {
    id: 'loop-delay',
    name: texts().tracks.loopDelay,
    explanation: texts().tracks.loopDelayHint,
    scaleText: `0–${value}\u202f${unit}`,
    from: 0,
    to,
    mark: header.options.blockedLoopMs,
    series: [
      { values: taskLoopDelayMs, color: palette.queue, look: 'area' },
      { values: mainLoopDelayMs, color: palette.muted, look: 'line' },
    ],
    values: [
      {
        values: taskLoopDelayMs,
        term: texts().tracks.tasksTerm,
        explanation: texts().tracks.taskLoopHint,
        figure: durationFigure,
      },
      {
        values: mainLoopDelayMs,
        term: texts().tracks.mainTerm,
        explanation: texts().tracks.mainLoopHint,
        figure: durationFigure,
      },
    ],
  }
}

/** Only what covers most of a nominal interval: a counter's step makes nonsense of the share in a short one. */
function wholeSamples(values: Float64Array, { samples, header }: Run, count: number): Float64Array {
  const leastMs = nominalIntervalMs(header.options) * leastWhole
  return values
    .subarray(0, count)
    .map((value, row) => ((samples.intervalMs[row] as number) < leastMs ? NaN : value))
}

function ownTrack(run: Run, { own }: TrackFigures, count: number, palette: Palette): SeriesTrack {
  const to = Math.max(0.1, roundUp(highestOf([wholeSamples(own, run, count)], count)))
  const { cores } = run.header.environment
  // The scale is of one core, the limit is of all.
  const share = ownCostLimit() ?? mostOwnShareOfMachine
  const limit = share * cores
  const limitText = figureText(percentFigure(limit))
  return {
    id: 'own-cost',
    name: texts().tracks.ownCost,
    explanation: texts().tracks.ownCostHint(figureText(percentFigure(share)), limitText, cores),
    scaleText: texts().tracks.ownScale(percentFigure(to).value),
    from: 0,
    to,
    mark: limit,
    series: [{ values: own, color: palette.memoryOwn, look: 'area' }],
    values: [
      {
        values: own,
        term: '',
        explanation: texts().tracks.ownCostValue,
        figure: percentFigure,
      },
    ],
  }
}

function othersTrack({ others }: TrackFigures, { cores }: SampleTable, palette: Palette): SeriesTrack {
  return {
    id: 'others',
    name: texts().tracks.others,
    explanation: texts().tracks.othersHint,
    scaleText: texts().tracks.othersScale(cores),
    from: 0,
    to: Math.max(1, cores),
    mark: null,
    series: [{ values: others, color: palette.mixed, look: 'area' }],
    values: [{ values: others, term: '', explanation: texts().tracks.othersValue, figure: coresFigure }],
  }
}

/** By sample: lowest and highest of some columns. */
function ends(columns: readonly Float32Array[], count: number): { low: Float64Array; high: Float64Array } {
  const low = new Float64Array(count).fill(NaN)
  const high = new Float64Array(count).fill(NaN)
  for (const column of columns) {
    for (let row = 0; row < count; row++) {
      const value = column[row] as number
      if (!((low[row] as number) <= value)) low[row] = Number.isNaN(value) ? (low[row] as number) : value
      if (!((high[row] as number) >= value)) high[row] = Number.isNaN(value) ? (high[row] as number) : value
    }
  }
  return { low, high }
}

function frequencyTrack({ samples }: Run, count: number, palette: Palette): SeriesTrack {
  const { low, high } = ends(samples.coreFrequencyMhz, count)
  const to = Math.max(1000, Math.ceil(highestOf([high], count) / 500) * 500)
  return {
    id: 'frequency',
    name: texts().tracks.frequency,
    explanation: texts().tracks.frequencyHint,
    scaleText: `0–${fixedText(to / 1000, 1)}\u202fGHz`,
    from: 0,
    to,
    mark: null,
    series: [
      { values: high, color: palette.memory, look: 'line' },
      { values: low, color: palette.muted, look: 'line' },
    ],
    values: [
      {
        values: high,
        term: texts().tracks.mostTerm,
        explanation: texts().tracks.fastestCore,
        figure: frequencyFigure,
      },
      {
        values: low,
        term: texts().tracks.leastTerm,
        explanation: texts().tracks.slowestCore,
        figure: frequencyFigure,
      },
    ],
  }
}

function temperatureTrack({ samples }: Run, count: number, palette: Palette): SeriesTrack {
  const values = samples.temperatureCelsius
  const to = Math.max(100, Math.ceil(highestOf([values], count) / 10) * 10)
  return {
    id: 'temperature',
    name: texts().tracks.temperature,
    explanation: texts().tracks.temperatureHint,
    scaleText: `20–${to}\u202f°C`,
    from: 20,
    to,
    mark: null,
    series: [{ values, color: palette.danger, look: 'line' }],
    values: [{ values, term: '', explanation: texts().tracks.celsius, figure: temperatureFigure }],
  }
}

/** The tracks of values per sample that this run knows anything for, top to bottom. */
export function seriesTracks(run: Run, figures: TrackFigures, palette: Palette): readonly SeriesTrack[] {
  const { samples } = run
  const count = Math.min(samples.count, figures.sampleCount)
  const hasDelay = knowsAny(samples.taskLoopDelayMs, count) || knowsAny(samples.mainLoopDelayMs, count)
  return [
    ...(hasDelay ? [loopTrack(run, count, palette)] : []),
    ...(knowsAny(figures.own, count) ? [ownTrack(run, figures, count, palette)] : []),
    ...(knowsAny(figures.others, count) ? [othersTrack(figures, samples, palette)] : []),
    ...(samples.coreFrequencyMhz.some((column) => knowsAny(column, count))
      ? [frequencyTrack(run, count, palette)]
      : []),
    ...(knowsAny(samples.temperatureCelsius, count) ? [temperatureTrack(run, count, palette)] : []),
  ]
}
