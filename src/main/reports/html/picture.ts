import { timeTicks, type TimeTicks } from '#shared/analysis/time-ticks.ts'
import { countText, figureText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { texts } from '#shared/texts/texts.ts'
import { axisTrack } from './axis.ts'
import { chainList } from './chain-list.ts'
import { hatchPattern } from './cores-track.ts'
import { coreLegend, legend, type DrawnRun } from './legend.ts'
import { hardwareTracks } from './hardware-tracks.ts'
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
  const words = texts().reportTracks.merged
  const which = tasks === count ? words.all(count) : words.some(countText(tasks), count)
  return markup`<p class="note">${words.narrow(which, tasks === 1, leastPx)} ${words.point}</p>`
}

function coreTable({ coreMean, corePeak }: RunSummary): Markup {
  const words = texts().reportTracks.cores
  const rows = coreMean.map(
    (mean, core) =>
      markup`<tr><th scope="row">${words.core(core)}</th><td>${figureText(percentFigure(mean))}</td><td>${figureText(percentFigure(corePeak[core] ?? null))}</td></tr>\n`,
  )
  return markup`
<details><summary>${words.inNumbers}</summary>
<table class="numbers"><caption>${words.caption}</caption>
<thead><tr><th scope="col">${words.one}</th><th scope="col" title="${words.byTime}">${words.mean}</th><th scope="col" title="${words.ofSample}">${words.highest}</th></tr></thead>
<tbody>${rows}</tbody></table></details>`
}

/** Why there are no tracks of the hardware. */
function withoutSamples({ header }: Run): Markup {
  return header.options.sampleHz === 0
    ? markup`<p class="note">${texts().reportTracks.samplingOff}</p>`
    : markup`<p class="note">${texts().reportTracks.noSample}</p>`
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
<section class="timeline" aria-labelledby="timeline-heading"><h2 id="timeline-heading">${texts().reportTracks.heading}</h2>
${markShapes()}${readyPatterns()}${hasSamples ? hatchPattern() : null}${legend([drawn])}
<div class="scroll scope" tabindex="0" role="region" aria-label="${texts().reportTracks.scrolls}">`.source
  for (const track of tracks) yield* drawTrack(track, scale, ticks)
  yield '\n</div>'
  if (hasSamples) yield coreLegend().source
  else yield withoutSamples(run).source
  yield markup`${mergedNote(drawn.merging, run.tasks.count)}${chainList(run, chain)}${hasSamples ? coreTable(summary) : null}</section>`
    .source
}
