import { bytesFigure, figureText } from '#shared/format.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { Bytes, RunMs } from '#shared/model/units.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup } from './markup.ts'
import { stepPaths, type Stretch } from './steps.ts'
import type { TimeScale } from './time-scale.ts'
import { sideText, type Track } from './track.ts'

const height = 40
const top = 4
const base = height - 1
/** A reading after which none follows is taken to hold for this many of its intervals. */
const holdIntervals = 1.5
/** Clock readings that differ by less are the same. */
const sameMs = 0.01

/** One column of readings, and how to draw it. */
export interface MemoryLine {
  readonly id: string
  readonly name: string
  /** What it is, to be read before "over time". */
  readonly title: string
  readonly column: Float64Array
  readonly look: string
  /** The value at the top; null: a round one above the highest reading. */
  readonly topBytes: Bytes | null
}

/** Until when a reading holds: until the next one if that one's interval begins here, late or not; else something is missing. */
function heldToMs({ atMs, intervalMs, count }: SampleTable, row: number): RunMs {
  const readMs = atMs[row] as number
  const nextMs = row + 1 < count ? (atMs[row + 1] as number) : Infinity
  if (nextMs - (intervalMs[row + 1] as number) <= readMs + sameMs) return nextMs
  return Math.min(nextMs, readMs + (intervalMs[row] as number) * holdIntervals)
}

/** Readings as pixels: each holds until the next one; of all within one pixel the highest is shown. */
function stretchesOf(samples: SampleTable, column: Float64Array, scale: TimeScale): Stretch[] {
  const stretches: Stretch[] = []
  for (let row = 0; row < samples.count; row++) {
    const value = column[row] as number
    const atMs = samples.atMs[row] as number
    const x0 = scale.x(Math.max(0, atMs))
    const x1 = scale.x(Math.min(scale.endMs, heldToMs(samples, row)))
    if (Number.isNaN(value) || !(x1 > x0)) continue
    const before = stretches.at(-1)
    if (before !== undefined && x1 - before.x0 < 1) {
      stretches[stretches.length - 1] = { x0: before.x0, x1, value: Math.max(value, before.value) }
    } else stretches.push({ x0, x1, value })
  }
  return stretches
}

/** The least round number of binary units that is not below `bytes`. */
function roundBytesUp(bytes: Bytes): Bytes {
  return 2 ** Math.ceil(Math.log2(Math.max(1_048_576, bytes)))
}

/** Memory over time as a step line; a gap in the readings stays a gap. */
export function memoryTrack(
  samples: SampleTable,
  { id, name, title, column, look, topBytes: wantedTop }: MemoryLine,
  scale: TimeScale,
): Track {
  const known = column.subarray(0, samples.count).filter((bytes) => !Number.isNaN(bytes))
  const least = known.reduce((low, bytes) => Math.min(low, bytes), Infinity)
  const peak = known.reduce((high, bytes) => Math.max(high, bytes), 0)
  const topBytes = Math.max(peak, wantedTop ?? roundBytesUp(peak))
  const stretches = stretchesOf(samples, column, scale)
  const { line, area } = stepPaths(stretches, (bytes) => (bytes / topBytes) * (base - top), base)
  const text = (bytes: number): string => figureText(bytesFigure(bytes))
  const words = texts().reportTracks
  return {
    id,
    title: words.overTime(title),
    description: known.length === 0 ? words.notMeasured : words.between(text(least), text(peak)),
    height,
    names: [sideText(15, name), sideText(31, `0–${text(topBytes)}`, 'muted')],
    values: [
      sideText(15, markup`<tspan class="muted">${words.peak}</tspan>`, 'value'),
      sideText(31, text(known.length === 0 ? NaN : peak), 'value'),
    ],
    plot: [markup`<path class="${look} area" d="${area}"/><path class="${look} line" d="${line}"/>`],
  }
}
