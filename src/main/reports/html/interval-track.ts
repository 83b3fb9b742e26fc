import type { SampleTable } from '#shared/model/sample.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup } from './markup.ts'
import { stepPaths, type Stretch } from './steps.ts'
import type { TimeScale } from './time-scale.ts'
import { sideText, type Track } from './track.ts'

const height = 40
const top = 4
const base = height - 1

/** One value for each sample's interval, and how to draw it. */
export interface IntervalLine {
  readonly id: string
  readonly name: string
  /** What it is, to be read before "over time". */
  readonly title: string
  /** By sample; NaN: not known. */
  readonly values: ArrayLike<number>
  readonly look: string
  /** The least that the scale reaches up to. */
  readonly leastTop: number
  readonly text: (value: number) => string
}

/** Intervals as pixels; of all within one pixel the highest is shown. */
function stretchesOf(samples: SampleTable, values: ArrayLike<number>, scale: TimeScale): Stretch[] {
  const stretches: Stretch[] = []
  for (let row = 0; row < samples.count; row++) {
    const value = values[row] ?? NaN
    const atMs = samples.atMs[row] as number
    const intervalMs = samples.intervalMs[row] as number
    const [fromMs, toMs] = [Math.max(0, atMs - intervalMs), Math.min(scale.endMs, atMs)]
    // An interval that lies mostly before or after the run is not about the run.
    if (Number.isNaN(value) || toMs - fromMs < intervalMs / 2) continue
    const [x0, x1] = [scale.x(fromMs), scale.x(toMs)]
    if (!(x1 > x0)) continue
    const before = stretches.at(-1)
    if (before !== undefined && x1 - before.x0 < 1) {
      stretches[stretches.length - 1] = { x0: before.x0, x1, value: Math.max(value, before.value) }
    } else stretches.push({ x0, x1, value })
  }
  return stretches
}

/** What was measured over each sample's interval, as a step line; null where nothing was. A gap stays a gap. */
export function intervalTrack(samples: SampleTable, line: IntervalLine, scale: TimeScale): Track | null {
  const { id, name, title, values, look, leastTop, text } = line
  const stretches = stretchesOf(samples, values, scale)
  if (stretches.length === 0) return null
  const peak = stretches.reduce((most, { value }) => Math.max(most, value), 0)
  const topValue = Math.max(leastTop, peak)
  const { line: path, area } = stepPaths(stretches, (value) => (value / topValue) * (base - top), base)
  const words = texts().reportTracks
  return {
    id,
    title: words.overTime(title),
    description: words.atMost(text(peak)),
    height,
    names: [sideText(15, name), sideText(31, `0–${text(topValue)}`, 'muted')],
    values: [
      sideText(15, markup`<tspan class="muted">${words.peak}</tspan>`, 'value'),
      sideText(31, text(peak), 'value'),
    ],
    plot: [markup`<path class="${look} area" d="${area}"/><path class="${look} line" d="${path}"/>`],
  }
}
