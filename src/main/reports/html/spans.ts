import type { BlockedInterval } from '#shared/analysis/blocked-loop.ts'
import type { TaskList } from '#shared/analysis/lanes.ts'
import { taskTime } from '#shared/analysis/task-time.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { groupOf, taskName } from '#shared/model/plan.ts'
import type { TaskSlices } from '#shared/analysis/task-slices.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { stateOf, type TaskState } from '#shared/model/task.ts'
import { hueClass } from './colors.ts'
import type { LaneDensity } from './density.ts'
import { mark, markPx } from './marks.ts'
import { markup, type Markup } from './markup.ts'
import { endMs, isUnsuccessful, type Merging } from './merging.ts'
import { spanFill, type SpanFill } from './span-fill.ts'

import { mostTextWidth } from './text-width.ts'
import { plotWidth, px, type TimeScale } from './time-scale.ts'
import { stateWords } from '#shared/words/state-words.ts'
import { taskTimeWords } from '#shared/words/task-time-words.ts'
import { texts } from '#shared/texts/texts.ts'

/** Shorter waits are not drawn; among merged tasks they would be a dotted line over the picture. */
const leastWaitPx = 1
const leastMergedWaitPx = 4
/** A part of a task's time that is shorter is not worth a word. */
const leastNotedMs = 0.01
/** Narrower lanes than this have no room for text. */
const textHeight = 14

/** Shorter spans have no room for a plate below their name. */
const leastPlatedPx = 48

/** What is the same for all lanes. */
export interface SpanPicture {
  readonly run: Run
  readonly scale: TimeScale
  readonly merging: Merging
  readonly density: LaneDensity
  readonly slices: TaskSlices
  readonly blocked: readonly BlockedInterval[]
}

interface Box {
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly height: number
}

/** One lane: queue wait as a thin line as far as the lane is free for it, spans, and what was merged. */
export function drawLane(picture: SpanPicture, list: TaskList, y: number, height: number): Markup {
  const { run, scale, density, merging } = picture
  const { tasks } = run
  const leadIns = new Map<string, string>()
  const spans: Markup[] = []
  const marks: (Markup | null)[] = []
  let previousEndX = 0
  // A name must not run below the mark of the span before.
  let marksEndX = 0
  density.clear()
  for (let position = 0; position < list.count; position++) {
    const task = list.tasks[position] as number
    const x0 = scale.x(tasks.startedMs[task] as number)
    const x1 = scale.x(endMs(run, task))
    const isMerged = x1 - x0 < merging.leastPx && !(merging.marksEach && isUnsuccessful(run, task))
    const waitX = Math.max(previousEndX, scale.x(tasks.queuedMs[task] as number))
    if (x0 - waitX >= (isMerged ? leastMergedWaitPx : leastWaitPx)) {
      const hue = hueClass(tasks.group[task] as number)
      leadIns.set(hue, `${leadIns.get(hue) ?? ''}M${px(waitX)} ${y + height / 2}H${px(x0)}`)
    }
    previousEndX = Math.max(previousEndX, x1)
    if (isMerged) {
      density.add(tasks, task, x0, x1)
      continue
    }
    const box = { x0, x1, y, height }
    spans.push(drawSpan(picture, task, box, marksEndX))
    const beside = markBeside(run, task, box)
    marks.push(beside)
    if (beside !== null) marksEndX = x1 + markPx + 7
  }
  const waits = [...leadIns].map(([hue, path]) => markup`<path class="${hue} wait" d="${path}"/>`)
  // Marks beside a span come last: they lie on whatever follows it.
  return markup`${waits}${density.draw(y, height)}${spans}${marks}`
}

function drawSpan({ run, scale, slices }: SpanPicture, task: TaskIndex, box: Box, nameFromX: number): Markup {
  const { header, tasks } = run
  const group = tasks.group[task] as number
  const state = stateOf(tasks.state[task] as number)
  const fill = spanFill(run, slices, task, scale, box)
  const isFaint =
    fill !== null ||
    strategies[header.strategy].placement[groupOf(header.plan, task).kind].form === 'async' ||
    state === 'cancelled'
  const isBad = state === 'failed' || state === 'timed-out'
  // A line is drawn half outside of its box: the box shrinks by that half, and a half-pixel gap keeps neighbours apart.
  const inset = isBad ? 1 : isFaint ? 0.5 : 0
  const width = Math.max(1, box.x1 - box.x0 - 0.5 - 2 * inset)
  const ground = fill !== null ? 'suspended' : isFaint ? 'faint' : 'solid'
  const look = `${ground}${isBad ? ` ${state}` : ''}`
  const rectangle = markup`<rect class="${look}" x="${px(box.x0 + inset)}" y="${box.y + inset}" width="${px(width)}" height="${box.height - 2 * inset}"/>`
  return markup`<g class="${hueClass(group)}${isFaint ? ' over' : ''}"><title>${noteOn(run, task, state)}</title>${fill?.drawn ?? null}${rectangle}${drawMarkAndName(run, task, state, box, nameFromX, fill)}</g>`
}

/** Whether the mark of the outcome is drawn within the span. */
function hasRoom({ x0, x1 }: Box): boolean {
  return x1 - x0 >= markPx + 6
}

function markScale({ height }: Box): number {
  return height < textHeight ? 0.7 : 1
}

function drawMarkAndName(
  run: Run,
  task: TaskIndex,
  state: TaskState,
  box: Box,
  nameFromX: number,
  fill: SpanFill | null,
): Markup {
  const { x0, x1, y, height } = box
  const middle = y + height / 2
  const isThin = height < textHeight
  // Success is the rule and may go unmarked where there is no room; anything else may not.
  const isMarked = hasRoom(box) && !(state === 'succeeded' && isThin)
  const outcome = isMarked ? mark(state, x1 - markPx / 2 - 4, middle, markScale(box)) : null
  if (isThin) return markup`${outcome}`
  const nameX = Math.max(x0 + 4, nameFromX)
  const room = x1 - nameX - 4 - (outcome === null ? 0 : markPx + 5)
  const name = nameFor(run, task, room)
  if (name === null) return markup`${outcome}`
  const width = mostTextWidth(name)
  const isBusy = fill?.isBusyFrom(nameX, nameX + width) ?? false
  // In a short span a plate would hide what the task did, and without one nobody could read the name.
  if (isBusy && x1 - x0 < leastPlatedPx) return markup`${outcome}`
  const plate = isBusy
    ? markup`<rect class="plate" x="${px(nameX - 2)}" y="${y + 2}" width="${px(width + 4)}" height="${height - 4}"/>`
    : null
  return markup`${outcome}${plate}<text x="${px(nameX)}" y="${px(middle + 4)}">${name}</text>`
}

/** The mark of a span that is too narrow for it, on a ground of its own; null where none is needed. */
function markBeside(run: Run, task: TaskIndex, box: Box): Markup | null {
  if (hasRoom(box) || !isUnsuccessful(run, task)) return null
  const [x, y] = [Math.min(plotWidth - markPx / 2, box.x1 + markPx / 2 + 2), box.y + box.height / 2]
  const drawn = mark(stateOf(run.tasks.state[task] as number), x, y, markScale(box))
  return markup`<g class="beside"><circle cx="${px(x)}" cy="${px(y)}" r="${5.5 * markScale(box)}"/>${drawn}</g>`
}

/** The name where it fits whole, else its number, else null. */
function nameFor({ header }: Run, task: TaskIndex, room: number): string | null {
  if (room < 7) return null
  const name = taskName(header.plan, task)
  const group = groupOf(header.plan, task)
  const number = group.count > 1 ? String(task - group.firstTask + 1) : ''
  const text = mostTextWidth(name) <= room ? name : number
  return text === '' || mostTextWidth(text) > room ? null : text
}

/** What pointing at a span says: its name, how it ended, and where its time went as far as that is known. */
function noteOn(run: Run, task: TaskIndex, state: TaskState): string {
  const startedMs = run.tasks.startedMs[task] as number
  const waitMs = startedMs - (run.tasks.queuedMs[task] as number)
  const time = taskTime(run, task)
  const known = (['onCpuMs', 'readyMs', 'timerMs', 'ioMs', 'unexplainedMs'] as const).flatMap(
    (part): [string, number][] => {
      const ms = time[part]
      return ms === null || Math.abs(ms) < leastNotedMs ? [] : [[taskTimeWords[part].label, ms]]
    },
  )
  const parts: [string, number][] = [
    [texts().reportTracks.tasks.queueWait, waitMs],
    [texts().reportTracks.tasks.runTime, endMs(run, task) - startedMs],
    ...known,
  ]
  const told = parts.map(([name, ms]) => `${name} ${figureText(durationFigure(ms))}`)
  return `${taskName(run.header.plan, task)}: ${stateWords[state]}, ${told.join(', ')}`
}
