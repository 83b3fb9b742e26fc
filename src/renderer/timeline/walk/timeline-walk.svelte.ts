import type { LaneLayout } from '#shared/analysis/lanes.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'
import { texts } from '#shared/texts/texts.ts'
import type { Selection } from '../../state/selection.svelte.ts'
import { lanesOf, placeOf, type Lane, type LanePlace } from './lane-list.ts'
import { laneName, taskSentence } from './task-sentence.ts'
import { besideInLane, besideInTime, endInTime, nearestInLane } from './walk-lanes.ts'
import { besideInTrack, type WalkTrack } from './walk-tracks.ts'
import type { WalkMove } from './walk-keys.ts'

/** What there is to walk through, as it stands. */
export interface WalkGround {
  readonly run: Run
  readonly layout: LaneLayout
  /** Below the lanes, from top to bottom. */
  readonly tracks: readonly WalkTrack[]
}

/** The timeline by keyboard: from task to task, lane to lane, and through the tracks below. Each step gives a sentence to be spoken. */
export class TimelineWalk {
  readonly #selection: Selection
  /** Counted over lanes, then tracks; null: nowhere yet. */
  #row: number | null = null
  #trackId = $state<string | null>(null)
  #atMs = $state<RunMs | null>(null)
  #isUnderWay = $state(false)

  constructor(selection: Selection) {
    this.#selection = selection
  }

  /** Row of the track that the walk has come to; null: it is among the lanes, or nowhere. */
  get trackId(): string | null {
    return this.#isUnderWay ? this.#trackId : null
  }

  /** Where the cursor is to stand; null: the walk does not say. */
  get atMs(): RunMs | null {
    return this.#isUnderWay ? this.#atMs : null
  }

  /** The cursor is somebody else's again. The way back is remembered. */
  leave(): void {
    this.#isUnderWay = false
  }

  /** Takes a step, and gives what is to be said of where that leads; null: there is nothing to walk through. */
  step(move: WalkMove, ground: WalkGround): string | null {
    const lanes = lanesOf(ground.layout)
    const last = lanes.length + ground.tracks.length - 1
    if (last < 0) return null
    this.#isUnderWay = true
    const place = this.#place(ground, lanes)
    const row = place?.lane ?? this.#row
    switch (move) {
      case 'run-start':
      case 'run-end':
        return this.#goTo(
          ground,
          lanes,
          endInTime(lanes, ground.run.tasks, move === 'run-start' ? 'first' : 'last'),
        )
      case 'above':
      case 'below': {
        if (row === null) return this.#begin(ground, lanes)
        const next = row + (move === 'above' ? -1 : 1)
        if (next < 0) return texts().spoken.topLane
        if (next > last) return texts().spoken.lastTrack
        return this.#enter(ground, lanes, next)
      }
      case 'here':
        return row === null ? this.#begin(ground, lanes) : this.#say(ground, lanes, row, place)
      default:
        if (row === null) return this.#begin(ground, lanes)
        return row >= lanes.length
          ? this.#stepInTrack(move, ground, lanes, row)
          : this.#stepInLane(move, ground, lanes, row, place)
    }
  }

  /** The selected task's place, whoever selected it, unless the walk has gone on to where no task is. */
  #place({ run, layout }: WalkGround, lanes: readonly Lane[]): LanePlace | null {
    const { task } = this.#selection
    return task === null ? null : placeOf(lanes, layout, run.tasks, task)
  }

  /** In the picture's corner: the first task of the top lane that has one. */
  #begin(ground: WalkGround, lanes: readonly Lane[]): string {
    const lane = lanes.findIndex(({ list }) => list.count > 0)
    return this.#goTo(ground, lanes, lane < 0 ? null : { lane, position: 0 })
  }

  #goTo(ground: WalkGround, lanes: readonly Lane[], place: LanePlace | null, note = ''): string {
    const task = place === null ? undefined : lanes[place.lane]?.list.tasks[place.position]
    if (place === null || task === undefined) return texts().spoken.noTask
    this.#row = place.lane
    this.#trackId = null
    this.#atMs = this.#within(ground.run, task)
    this.#selection.walkTo(task)
    return note + this.#say(ground, lanes, place.lane, place)
  }

  /** The time at which the walk is, as far as it lies in the task's own. */
  #within({ tasks, nowMs }: Run, task: number): RunMs {
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = tasks.finishedMs[task] as number
    const endMs = Number.isNaN(finishedMs) ? Math.max(nowMs, startedMs) : finishedMs
    const atMs = this.#atMs ?? startedMs
    return atMs >= startedMs && atMs <= endMs ? atMs : startedMs
  }

  /** Where the walk is in time. */
  #nowMs({ run }: WalkGround): RunMs {
    const { task } = this.#selection
    return task === null ? (this.#atMs ?? 0) : this.#within(run, task)
  }

  #enter(ground: WalkGround, lanes: readonly Lane[], row: number): string {
    const atMs = this.#nowMs(ground)
    const nearest = row < lanes.length ? nearestInLane(lanes, ground.run.tasks, row, atMs) : null
    if (nearest !== null) return this.#goTo(ground, lanes, nearest)
    this.#row = row
    this.#atMs = atMs
    this.#trackId = ground.tracks[row - lanes.length]?.id ?? null
    this.#selection.clear()
    return this.#say(ground, lanes, row, null)
  }

  #stepInLane(
    move: Exclude<WalkMove, 'above' | 'below' | 'here' | 'run-start' | 'run-end'>,
    ground: WalkGround,
    lanes: readonly Lane[],
    row: number,
    place: LanePlace | null,
  ): string {
    const { tasks } = ground.run
    const words = texts().spoken
    if (place === null) return this.#say(ground, lanes, row, null)
    // Its start is where the next one is looked for, and where the cursor goes.
    this.#atMs = null
    switch (move) {
      case 'before':
      case 'after': {
        const next = besideInLane(lanes, place, move === 'before' ? -1 : 1)
        return this.#goTo(ground, lanes, next ?? place, next === null ? words.end(move) : '')
      }
      case 'earlier':
      case 'later': {
        const next = besideInTime(lanes, tasks, place, move === 'earlier' ? -1 : 1)
        return this.#goTo(ground, lanes, next ?? place, next === null ? words.endOfRun(move) : '')
      }
      case 'row-start':
        return this.#goTo(ground, lanes, { lane: row, position: 0 })
      case 'row-end':
        return this.#goTo(ground, lanes, { lane: row, position: (lanes[row]?.list.count ?? 1) - 1 })
    }
  }

  #stepInTrack(
    move: Exclude<WalkMove, 'above' | 'below' | 'here' | 'run-start' | 'run-end'>,
    ground: WalkGround,
    lanes: readonly Lane[],
    row: number,
  ): string {
    const track = ground.tracks[row - lanes.length]
    if (track === undefined) return texts().spoken.noTask
    this.#trackId = track.id
    const fromMs = this.#nowMs(ground)
    const isBack = move === 'before' || move === 'earlier'
    const next =
      move === 'row-start'
        ? (track.atMs[0] ?? null)
        : move === 'row-end'
          ? (track.atMs[track.count - 1] ?? null)
          : besideInTrack(track, fromMs, isBack ? -1 : 1)
    this.#atMs = next ?? fromMs
    const note = next === null ? texts().spoken.endOfTrack(isBack ? 'before' : 'after') : ''
    return note + this.#say(ground, lanes, row, null)
  }

  #say({ run, tracks }: WalkGround, lanes: readonly Lane[], row: number, place: LanePlace | null): string {
    const words = texts().spoken
    const track = tracks[row - lanes.length]
    if (track !== undefined) {
      const atMs = this.#atMs ?? 0
      return words.track(track.name, figureText(durationFigure(atMs)), track.valueAt(atMs))
    }
    const lane = lanes[row]
    if (lane === undefined) return words.noTask
    const task = place === null ? undefined : lane.list.tasks[place.position]
    return task === undefined
      ? words.emptyLane(laneName(run, lanes, lane))
      : taskSentence(run, lanes, lane, task)
  }
}
