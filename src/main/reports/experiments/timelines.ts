import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { timeTicks } from '#shared/analysis/time-ticks.ts'
import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { texts } from '#shared/texts/texts.ts'
import { axisTrack } from '../html/axis.ts'
import { coresTrack, hatchPattern } from '../html/cores-track.ts'
import { coreLegend, legend, type DrawnRun } from '../html/legend.ts'
import { markShapes } from '../html/marks.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { readyPatterns } from '../html/span-fill.ts'
import { tasksTrack } from '../html/tasks-track.ts'
import { runEndMs, timeScale, type TimeScale } from '../html/time-scale.ts'
import { drawTrack, type Track } from '../html/track.ts'

const mostTicks = 10

/** A run to be drawn below others. */
export interface TimelineWish {
  readonly label: string
  /** Stands lighter behind the label; empty: nothing does. */
  readonly note: string
  readonly run: Run
}

/** What one panel consists of, and what the legend must know of it. */
interface Panel extends DrawnRun {
  readonly label: string
  readonly note: string
  readonly scale: TimeScale
  readonly tracks: readonly Track[]
}

/** `position` keeps what the page refers to apart from what other panels call the same. */
function panelOf({ label, note, run }: TimelineWish, position: number, longestMs: Milliseconds): Panel {
  const scale = timeScale(run, longestMs)
  const summary = summarize(run)
  const chain = criticalChain(run)
  const { tracks, merging, hasBlocked } = tasksTrack(run, scale, chain)
  const all = run.samples.count === 0 ? tracks : [...tracks, coresTrack(run, summary, scale)]
  return {
    label,
    note,
    run,
    summary,
    merging,
    overlays: { hasChain: chain.length > 0, hasBlocked },
    scale,
    tracks: all.map((track) => ({
      ...track,
      id: `panel-${position + 1}-${track.id}`,
      title: `${label}: ${track.title}`,
    })),
  }
}

function* drawPanel(
  { label, note, run, scale, tracks, summary }: Panel,
  ticks: ReturnType<typeof timeTicks>,
): Generator<string> {
  const makespan = figureText(durationFigure(summary.makespanMs))
  const behind = [makespan, note, texts().experimentReport.timelines.run(run.header.id)]
    .filter((part) => part !== '')
    .join(' · ')
  yield markup`
<div class="panel"><h3>${written(label)} <span class="under muted">${behind}</span></h3>`.source
  for (const track of tracks) yield* drawTrack(track, scale, ticks)
  yield '</div>'
}

function mergedNote(panels: readonly Panel[]): Markup | null {
  const merged = panels.filter(({ merging }) => merging.tasks > 0)
  if (merged.length === 0) return null
  const words = texts().experimentReport.timelines
  const parts = merged.map(({ label, merging, run }) => [
    written(label),
    `: ${merging.tasks === run.tasks.count ? words.all(run.tasks.count) : words.some(countText(merging.tasks), run.tasks.count)}`,
  ])
  return markup`<p class="note">${words.merged} ${parts.map((part, at) => [at === 0 ? null : '; ', part])}. ${words.point}</p>`
}

/** Runs below each other on one axis from 0, each with the cores below its tasks; nothing where there is no run. `note` says which runs they are. */
export function* timelines(wishes: readonly TimelineWish[], note: string): Generator<string> {
  if (wishes.length === 0) return
  const longestMs = Math.max(...wishes.map(({ run }) => runEndMs(run)))
  const panels = wishes.map((wish, position) => panelOf(wish, position, longestMs))
  const longest = panels.find(({ scale }) => scale.endMs >= longestMs)?.scale ?? panels[0]?.scale
  if (longest === undefined) return
  const ticks = timeTicks(longest.fromMs, longest.toMs, mostTicks)
  const hasSamples = panels.some(({ run }) => run.samples.count > 0)
  yield markup`
<section aria-labelledby="timelines-heading"><h2 id="timelines-heading">${texts().experimentReport.timelines.heading}</h2>
<p class="note">${note}</p>
${markShapes()}${readyPatterns()}${hasSamples ? hatchPattern() : null}${legend(panels)}
<div class="scroll scope" tabindex="0" role="region" aria-label="${texts().experimentReport.timelines.scrolls}">`
    .source
  yield* drawTrack(axisTrack('axis-above', longest, ticks), longest, ticks)
  for (const panel of panels) yield* drawPanel(panel, ticks)
  yield* drawTrack(axisTrack('axis-below', longest, ticks), longest, ticks)
  yield '\n</div>'
  if (hasSamples) yield coreLegend().source
  yield markup`${mergedNote(panels)}</section>`.source
}
