import { queueDepth, type Steps } from '#shared/analysis/queue-depth.ts'
import { visitStepColumns } from '#shared/analysis/step-columns.ts'
import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup } from './markup.ts'
import { stepPaths, type Stretch } from './steps.ts'
import type { TimeScale } from './time-scale.ts'
import { sideText, type Track } from './track.ts'

const height = 40
const top = 4
const base = height - 1

function stretchesOf(steps: Steps, scale: TimeScale): Stretch[] {
  const stretches: Stretch[] = []
  visitStepColumns(
    steps,
    (atMs) => scale.x(atMs),
    { x: scale.x(0), value: 0, position: 0 },
    scale.x(scale.endMs),
    (x0, x1, value) => stretches.push({ x0, x1, value }),
  )
  return stretches
}

function describe(steps: Steps): string {
  if (steps.peak === 0) return texts().reportTracks.queue.none
  const position = steps.value.indexOf(steps.peak)
  return texts().reportTracks.queue.most(
    countText(steps.peak),
    figureText(durationFigure(steps.atMs[position] ?? null)),
  )
}

/** The scale, with its unit unless that would run out of the column. */
function scaleText(peak: number): string {
  return `0–${countText(Math.max(1, peak))}${peak < 100_000 ? ` ${texts().reportTracks.queue.tasks}` : ''}`
}

/** Tasks that are queued and have not started, over time. */
export function queueTrack(run: Run, scale: TimeScale): Track {
  const steps = queueDepth(run.tasks)
  const perTask = (base - top) / Math.max(1, steps.peak)
  const { line, area } = stepPaths(stretchesOf(steps, scale), (value) => value * perTask, base)
  return {
    id: 'queue',
    title: texts().reportTracks.queue.title,
    description: describe(steps),
    height,
    names: [sideText(15, texts().reportTracks.queue.name), sideText(31, scaleText(steps.peak), 'muted')],
    values: [
      sideText(15, markup`<tspan class="muted">${texts().reportTracks.peak}</tspan>`, 'value'),
      sideText(31, countText(steps.peak), 'value'),
    ],
    plot: [markup`<path class="queue area" d="${area}"/><path class="queue line" d="${line}"/>`],
  }
}
