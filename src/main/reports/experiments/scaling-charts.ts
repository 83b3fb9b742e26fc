import { durationFigure, rateFigure, type Figure } from '#shared/format.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import { workerSizes, type Scaling } from '#shared/model/scaling.ts'
import { estimateText } from '#shared/words/comparison-words.ts'
import { scalingLawWords, sizeText, sweptSizeWords } from '#shared/words/scaling-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, type Markup } from '../html/markup.ts'
import { durationTicks, rateTicks } from './value-ticks.ts'
import { highestOf, sizeChart, type SizeLine, type SizeMeasured } from './size-chart.ts'

const mostTicks = 6
const marginAbove = 1.06
const perfectSteps = 32
/** A law may go so far above what was measured before it leaves the picture. */
const mostAbove = 1.25

/** From the runs themselves: a point only knows the median. */
function throughputs({ points }: Scaling, trials: readonly Trial[]): SizeMeasured[] {
  const byRun = new Map<RunId, number | null>(
    trials.map(({ run }) => [run.id, run.summary.throughputPerSecond]),
  )
  return points.map(({ size, throughputPerSecond, runIds }) => ({
    size,
    estimate: throughputPerSecond,
    values: runIds.flatMap((id) => byRun.get(id) ?? []),
  }))
}

function makespans({ points }: Scaling): SizeMeasured[] {
  return points.map(({ size, makespanMs, makespansMs }) => ({
    size,
    estimate: makespanMs,
    values: makespansMs.filter((ms) => Number.isFinite(ms)),
  }))
}

function describe(
  { size, knee }: Scaling,
  measured: readonly SizeMeasured[],
  toFigure: (value: number) => Figure,
): string {
  const each = measured.map(
    (point) => `${sizeText(size, point.size)}: ${estimateText(point.estimate, toFigure)}`,
  )
  const words = texts().experimentReport.charts
  const turn = knee === null ? '' : ` ${words.kneeAt(sizeText(size, knee.size))}`
  return `${words.medians(each.join('; '))}${turn}`
}

const isWorkers = ({ size }: Scaling): boolean => workerSizes.some((worker) => worker === size)

/** As much more throughput as there are more workers, from the smallest size on. */
function perfectLine({ points }: Scaling): SizeLine | null {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  return {
    look: 'perfect',
    points: Array.from({ length: perfectSteps + 1 }, (_, at) => {
      const size = first.size + ((last.size - first.size) * at) / perfectSteps
      return { size, value: (first.throughputPerSecond.value * size) / first.size }
    }),
  }
}

const poorly = (fits: boolean): string => (fits ? '' : ' poor')

function lawLines({ fits }: Scaling): SizeLine[] {
  return fits.map(({ law, curve, fits: doesFit }) => ({
    look: `${law}${poorly(doesFit)}`,
    points: curve.map(({ size, throughputPerSecond }) => ({ size, value: throughputPerSecond })),
  }))
}

function legend(scaling: Scaling): Markup {
  const swatch = (shape: Markup): Markup =>
    markup`<svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">${shape}</svg>`
  const line = (look: string): Markup => swatch(markup`<path class="law ${look}" d="M0 6H24"/>`)
  const { fits, knee, points } = scaling
  const words = texts().experimentReport.charts
  const hasIntervals = points.some(({ throughputPerSecond }) => throughputPerSecond.interval !== null)
  return markup`
<ul class="legend"><li>${swatch(markup`<circle class="dot-mark" cx="12" cy="6" r="2.5"/>`)} ${words.run}</li>
<li>${swatch(markup`<path class="medians" d="M0 6H24"/><circle class="median-dot" cx="12" cy="6" r="4"/>`)} ${words.median}${hasIntervals ? words.withInterval : null}</li>${
    isWorkers(scaling)
      ? markup`
<li>${line('perfect')} ${words.perfect}</li>`
      : null
  }${fits.map(
    ({ law, fits: doesFit }) => markup`
<li>${line(`${law}${poorly(doesFit)}`)} ${scalingLawWords[law].label}${doesFit ? null : markup` <span class="muted">${words.doesNotFit}</span>`}</li>`,
  )}${
    knee === null
      ? null
      : markup`
<li>${swatch(markup`<rect class="knee-range" width="24" height="12"/><path class="knee" d="M12 0V12"/>`)} ${words.knee}${knee.range === null ? null : words.andRange}</li>`
  }</ul>`
}

/** The upper edge of the throughputs: laws that fit are seen whole, unless that would flatten the measurements. */
function mostRateOf({ fits }: Scaling, rates: readonly SizeMeasured[]): number {
  const highest = highestOf(rates)
  const fitted = fits.flatMap(({ fits: doesFit, curve }) =>
    doesFit ? curve.map(({ throughputPerSecond }) => throughputPerSecond) : [],
  )
  return Math.max(highest, Math.min(highest * mostAbove, Math.max(0, ...fitted))) * marginAbove || 1
}

/** Throughput and makespan against the size; null where there is no point. */
export function scalingCharts(scaling: Scaling, trials: readonly Trial[]): Markup | null {
  const { points, size, knee } = scaling
  if (points.length === 0) return null
  const sizeTitle = sweptSizeWords[size].label
  const words = texts().experimentReport.charts
  const rates = throughputs(scaling, trials)
  const times = makespans(scaling)
  const mostRate = mostRateOf(scaling, rates)
  const mostMs = highestOf(times) * marginAbove || 1
  const perfect = isWorkers(scaling) ? perfectLine(scaling) : null
  return markup`
<section aria-labelledby="charts-heading"><h2 id="charts-heading">${words.heading}</h2>${legend(scaling)}
<div class="side charts"><figure><figcaption>${words.throughput} <span class="muted">${words.perSecond}</span></figcaption>${sizeChart(
    {
      id: 'throughput-chart',
      title: words.throughputAgainst(sizeTitle),
      description: describe(scaling, rates, rateFigure),
      size,
      measured: rates,
      lines: perfect === null ? lawLines(scaling) : [perfect, ...lawLines(scaling)],
      knee,
      most: mostRate,
      ticks: rateTicks(mostRate, mostTicks),
    },
  )}</figure><figure><figcaption>${words.makespan} <span class="muted">${words.firstToLast}</span></figcaption>${sizeChart(
    {
      id: 'makespan-chart',
      title: words.makespanAgainst(sizeTitle),
      description: describe(scaling, times, (ms) => durationFigure(ms)),
      size,
      measured: times,
      lines: [],
      knee,
      most: mostMs,
      ticks: durationTicks(mostMs, mostTicks),
    },
  )}</figure></div></section>`
}
