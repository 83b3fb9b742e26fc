import { timeTicks, type TimeTicks } from '#shared/analysis/time-ticks.ts'
import { counted, countText, figureText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { axisTrack } from './axis.ts'
import { chainList } from './chain-list.ts'
import { hatchPattern } from './cores-track.ts'
import { hardwareTracks } from './hardware-tracks.ts'
import { coreLegend, legend, type DrawnRun } from './legend.ts'
import { markShapes } from './marks.ts'
import { markup, type Markup } from './markup.ts'
import type { Merging } from './merging.ts'
import { readyPatterns } from './span-fill.ts'
import { queueTrack } from './queue-track.ts'
import { tasksTrack } from './tasks-track.ts'
import { timeScale, type TimeScale } from './time-scale.ts'
import { drawTrack, type Track } from './track.ts'

const mostTicks = 10

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

/** Why there are no tracks of the hardware. */
function withoutSamples({ header }: Run): Markup {
  return header.options.sampleHz === 0
    ? markup`<p class="note">Cores and memory were not sampled in this run: sampling was switched off.</p>`
    : markup`<p class="note">No sample of cores and memory was taken: the run was over before the first was due, or the sampler could not read this machine.</p>`
}

/** What the timeline of a run consists of, wherever it is drawn. */
export interface Timeline {
  readonly scale: TimeScale
  readonly ticks: TimeTicks
  /** From the top, an axis above and below. */
  readonly tracks: readonly Track[]
  readonly drawn: DrawnRun
}

/** The run on one time axis: tasks with the critical chain through them, queue, cores, memory, loop and own cost. */
export function timelineOf(run: Run, summary: RunSummary, chain: readonly ChainLink[]): Timeline {
  const scale = timeScale(run)
  const ticks = timeTicks(scale.fromMs, scale.toMs, mostTicks)
  const tasks = tasksTrack(run, scale, chain)
  const overlays = { hasChain: chain.length > 0, hasBlocked: tasks.hasBlocked }
  return {
    scale,
    ticks,
    tracks: [
      axisTrack('axis-above', scale, ticks),
      ...tasks.tracks,
      queueTrack(run, scale),
      ...hardwareTracks(run, summary, scale),
      axisTrack('axis-below', scale, ticks),
    ],
    drawn: { run, summary, merging: tasks.merging, overlays },
  }
}

/** The timeline as a section of a page, each track a drawing of its own. */
export function* picture(run: Run, summary: RunSummary, chain: readonly ChainLink[]): Generator<string> {
  const { scale, ticks, tracks, drawn } = timelineOf(run, summary, chain)
  const hasSamples = run.samples.count > 0
  yield markup`
<section class="timeline" aria-labelledby="timeline-heading"><h2 id="timeline-heading">Timeline</h2>
${markShapes()}${readyPatterns()}${hasSamples ? hatchPattern() : null}${legend([drawn])}
<div class="scroll scope" tabindex="0" role="region" aria-label="Timeline, scrolls sideways">`.source
  for (const track of tracks) yield* drawTrack(track, scale, ticks)
  yield '\n</div>'
  if (hasSamples) yield coreLegend().source
  else yield withoutSamples(run).source
  yield markup`${mergedNote(drawn.merging, run.tasks.count)}${chainList(run, chain)}${hasSamples ? coreTable(summary) : null}</section>`
    .source
}
