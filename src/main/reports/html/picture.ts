import { timeTicks } from '#shared/analysis/time-ticks.ts'
import { counted, countText, figureText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { axisTrack } from './axis.ts'
import { coresTrack } from './cores-track.ts'
import { coreLegend, legend } from './legend.ts'
import { markShapes } from './marks.ts'
import { markup, type Markup } from './markup.ts'
import { memoryTrack } from './memory-track.ts'
import type { Merging } from './merging.ts'
import { queueTrack } from './queue-track.ts'
import { tasksTrack } from './tasks-track.ts'
import { timeScale, type TimeScale } from './time-scale.ts'
import { drawTrack, type Track } from './track.ts'

const mostTicks = 10

function hardwareTracks({ samples, header }: Run, summary: RunSummary, scale: TimeScale): Track[] {
  if (samples.count === 0) return []
  return [
    coresTrack(samples, summary, scale),
    memoryTrack(
      samples,
      {
        id: 'system-memory',
        name: 'system used',
        title: 'Memory in use on the whole machine',
        column: samples.memoryUsedBytes,
        look: 'memory',
        topBytes: header.environment.memoryTotalBytes,
      },
      scale,
    ),
    memoryTrack(
      samples,
      {
        id: 'own-memory',
        name: 'Taskscope',
        title: 'Resident memory of the process that runs the tasks, and of its child processes,',
        column: samples.processMemoryBytes,
        look: 'memory-own',
        topBytes: null,
      },
      scale,
    ),
  ]
}

function mergedNote({ tasks, leastPx }: Merging, count: number): Markup | null {
  if (tasks === 0) return null
  const which =
    tasks === count ? `All ${counted(count, 'task')}` : `${countText(tasks)} of ${counted(count, 'task')}`
  return markup`<p class="note">${which} ${tasks === 1 ? 'is' : 'are'} narrower than ${leastPx} pixels here and drawn merged, stronger where more of the time is covered. Point at a place to read how many tasks it stands for.</p>`
}

function coreTable({ coreMean, corePeak }: RunSummary): Markup {
  const rows = coreMean.map(
    (mean, core) =>
      markup`<tr><th scope="row">core ${core}</th><td>${figureText(percentFigure(mean))}</td><td>${figureText(percentFigure(corePeak[core] ?? null))}</td></tr>\n`,
  )
  return markup`
<details><summary>Core load in numbers</summary>
<table class="numbers"><caption>Busy share of each core during the run</caption>
<thead><tr><th scope="col">core</th><th scope="col" title="Weighted by time">mean</th><th scope="col" title="Of a single sample">highest</th></tr></thead>
<tbody>${rows}</tbody></table></details>`
}

/** The run on one time axis: tasks, queue, cores and memory, each a drawing of its own. */
export function* picture(run: Run, summary: RunSummary): Generator<string> {
  const scale = timeScale(run)
  const ticks = timeTicks(scale.fromMs, scale.toMs, mostTicks)
  const tasks = tasksTrack(run, scale)
  const hasSamples = run.samples.count > 0
  yield markup`
<section class="timeline" aria-labelledby="timeline-heading"><h2 id="timeline-heading">Timeline</h2>
${markShapes()}${legend(run, summary, tasks.merging)}
<div class="scroll scope" tabindex="0" role="region" aria-label="Timeline, scrolls sideways">`.source
  const rows = [
    axisTrack('axis-above', scale, ticks),
    ...tasks.tracks,
    queueTrack(run, scale),
    ...hardwareTracks(run, summary, scale),
    axisTrack('axis-below', scale, ticks),
  ]
  for (const row of rows) yield* drawTrack(row, scale, ticks)
  yield '\n</div>'
  if (hasSamples) yield coreLegend().source
  else
    yield markup`<p class="note">No sample of cores and memory was taken: the run was over before the first was due, or the sampler could not read this machine.</p>`
      .source
  yield markup`${mergedNote(tasks.merging, run.tasks.count)}${hasSamples ? coreTable(summary) : null}</section>`
    .source
}
