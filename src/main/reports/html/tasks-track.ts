import { TaskSlices } from '#shared/analysis/task-slices.ts'
import { blockedIntervals } from '#shared/analysis/blocked-loop.ts'
import { layoutLanes, type LaneLayout, type SlotLanes } from '#shared/analysis/lanes.ts'
import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import type { Slot } from '#shared/model/slot.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { blockedBands } from './blocked-bands.ts'
import { chainPath } from './chain-path.ts'
import { LaneDensity } from './density.ts'
import { placeRows, type SlotRow } from './lane-rows.ts'
import { markup, type Content, type Markup } from './markup.ts'
import { chooseMerging, listsOf, type Merging } from './merging.ts'
import { drawOverflow } from './overflow.ts'
import { drawLane, type SpanPicture } from './spans.ts'

import { plotWidth, type TimeScale } from './time-scale.ts'
import { sideText, type Track } from './track.ts'

/** Most tooltips on merged spans, to keep the file small. */
const mostNotes = 3_000
/** Slots that the description names one by one. */
const mostSlotsDescribed = 12

/** The tasks track, and what a reader must be told about it. */
export interface TasksTrack {
  /** One drawing after the other: a page holds only so many lanes. */
  readonly tracks: readonly Track[]
  readonly merging: Merging
  readonly hasBlocked: boolean
}

function tasksIn({ subLanes, overflow }: SlotLanes): number {
  return subLanes.reduce((sum, list) => sum + list.count, overflow.count)
}

function describeSlot(slot: Slot, lanes: SlotLanes): string {
  const atOnce =
    slot.isShared && lanes.subLanes.length > 1
      ? texts().reportTracks.tasks.atOnce(lanes.subLanes.length, lanes.overflow.count > 0)
      : ''
  return `${texts().reportTracks.tasks.slotRan(slot.name, tasksIn(lanes))}${atOnce}`
}

function describeSlots(run: Run, all: readonly SlotLanes[]): string {
  const used = all.filter((lanes) => tasksIn(lanes) > 0)
  const named = used.slice(0, mostSlotsDescribed).flatMap((lanes) => {
    const slot = run.header.slots[lanes.slot]
    return slot === undefined ? [] : [describeSlot(slot, lanes)]
  })
  const rest = used.length - named.length
  const idle = all.length - used.length
  return [
    ...(named.length === 0
      ? []
      : [`${named.join('; ')}${rest > 0 ? texts().reportTracks.tasks.moreSlots(rest) : ''}.`]),
    ...(idle > 0 ? [texts().reportTracks.tasks.ranNothing(idle)] : []),
  ].join(' ')
}

function describe(run: Run, { slots }: LaneLayout, scale: TimeScale): string {
  const words = texts().reportTracks.tasks
  const extent = words.extent(slots.length, run.tasks.count, figureText(durationFigure(scale.endMs)))
  return `${extent} ${describeSlots(run, slots)} ${words.inTable}`
}

function* drawSlot(picture: SpanPicture, row: SlotRow): Generator<Markup> {
  const { lanes, top, pitch, laneHeight, overflowTop } = row
  const grounds = lanes.subLanes.map(
    (_, subLane) => `M0 ${top + subLane * pitch}h${plotWidth}v${laneHeight}h${-plotWidth}z`,
  )
  yield markup`<path class="lane" d="${grounds.join('')}"/>`
  for (const [subLane, list] of lanes.subLanes.entries())
    yield drawLane(picture, list, top + subLane * pitch, laneHeight)
  yield markup`${blockedBands(picture.run, picture.blocked, row, picture.scale)}`
  if (overflowTop !== null) yield drawOverflow(picture.run, picture.scale, lanes.overflow, overflowTop)
}

function* drawSlots(picture: SpanPicture, rows: readonly SlotRow[], chain: Markup | null): Generator<Markup> {
  for (const row of rows) yield* drawSlot(picture, row)
  if (chain !== null) yield chain
}

/** A count with its word, unless that would run out of the column. */
function countBeside(count: number): Content {
  const words = texts().reportTracks.tasks
  const word =
    count < 100_000 ? markup` <tspan class="muted">${count === 1 ? words.one : words.many}</tspan>` : null
  return [countText(count), word]
}

/** One lane per slot; an event loop's overlapping tasks in sub-lanes; the critical chain as a line over them. */
export function tasksTrack(run: Run, scale: TimeScale, chain: readonly ChainLink[]): TasksTrack {
  const { slots } = run.header
  const layout = layoutLanes(slots, run.tasks)
  const merging = chooseMerging(run, scale, layout)
  const lanes = [...listsOf(layout)].length
  const columnsPerNote = Math.max(20, Math.ceil((lanes * (plotWidth / 2)) / mostNotes))
  const picture = {
    run,
    scale,
    merging,
    density: new LaneDensity(scale, columnsPerNote),
    slices: new TaskSlices(run),
    blocked: blockedIntervals(run),
  }
  const title = texts().reportTracks.tasks.title(run.tasks.count)
  const drawings = placeRows(layout)
  const tracks = drawings.map(({ rows, height }, position): Track => ({
    id: `tasks-${position + 1}`,
    title:
      drawings.length === 1 ? title : texts().reportTracks.tasks.part(title, position + 1, drawings.length),
    description:
      position === 0
        ? describe(run, layout, scale)
        : describeSlots(
            run,
            rows.map((row) => row.lanes),
          ),
    height: Math.max(24, height),
    ...(position === 0 ? {} : { bond: 'more' as const }),
    names: rows.map(({ lanes: { slot }, top }) => sideText(top + 13, slots[slot]?.name ?? '')),
    values: rows.map((row) => sideText(row.top + 13, countBeside(tasksIn(row.lanes)), 'value')),
    plot: drawSlots(picture, rows, chainPath(chain, layout, { rows, height }, scale)),
  }))
  return { tracks, merging, hasBlocked: picture.blocked.length > 0 }
}
