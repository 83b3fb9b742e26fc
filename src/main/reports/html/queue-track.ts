import { queueDepth, type Steps } from '#shared/analysis/queue-depth.ts'
import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { markup } from './markup.ts'
import { stepPaths, type Stretch } from './steps.ts'
import type { TimeScale } from './time-scale.ts'
import { sideText, type Track } from './track.ts'

const height = 40
const top = 4
const base = height - 1

/** The steps as pixels; of all the values within one pixel the highest is shown. */
function stretchesOf(steps: Steps, scale: TimeScale): Stretch[] {
  const endX = scale.x(scale.endMs)
  const stretches: Stretch[] = []
  let x = scale.x(0)
  let value = 0
  let position = 0
  while (x < endX) {
    let highest = value
    let nextX = endX
    while (position < steps.atMs.length) {
      nextX = Math.min(endX, scale.x(steps.atMs[position] as number))
      if (nextX >= x + 1) break
      value = steps.value[position] as number
      highest = Math.max(highest, value)
      position++
      nextX = endX
    }
    const x1 = highest === value ? nextX : Math.min(endX, x + 1)
    stretches.push({ x0: x, x1, value: highest })
    if (x1 <= x) break
    x = x1
  }
  return stretches
}

function describe(steps: Steps): string {
  if (steps.peak === 0) return 'No task had to wait long enough to be seen.'
  const position = steps.value.indexOf(steps.peak)
  return `At most ${countText(steps.peak)} tasks waited at once, first at ${figureText(durationFigure(steps.atMs[position] ?? null))}.`
}

/** The scale, with its unit unless that would run out of the column. */
function scaleText(peak: number): string {
  return `0–${countText(Math.max(1, peak))}${peak < 100_000 ? ' tasks' : ''}`
}

/** Tasks that are queued and have not started, over time. */
export function queueTrack(run: Run, scale: TimeScale): Track {
  const steps = queueDepth(run.tasks)
  const perTask = (base - top) / Math.max(1, steps.peak)
  const { line, area } = stepPaths(stretchesOf(steps, scale), (value) => value * perTask, base)
  return {
    id: 'queue',
    title: 'Tasks waiting in the queue over time',
    description: describe(steps),
    height,
    names: [sideText(15, 'queue'), sideText(31, scaleText(steps.peak), 'muted')],
    values: [
      sideText(15, markup`<tspan class="muted">peak</tspan>`, 'value'),
      sideText(31, countText(steps.peak), 'value'),
    ],
    plot: [markup`<path class="queue area" d="${area}"/><path class="queue line" d="${line}"/>`],
  }
}
