import { firstStartAfter, type LaneLayout } from '#shared/analysis/lanes.ts'
import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { SlotIndex } from '#shared/model/ids.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import { sliceKind } from '#shared/model/slice.ts'

/** Of no single family: nothing ran there, or several in turn. */
export const noGroup = -1

/**
 * By slot and sample: the family of tasks that the slot worked on for most of the sample's interval. On a thread of its own that
 * is whoever was in the slot; on a loop, whoever ran there.
 */
export class SlotGroups {
  /** By slot; row = sample. A majority vote: the candidate, and by how many ms it leads. */
  readonly #group: Int16Array[] = []
  readonly #leadMs: Float32Array[] = []
  #samples = 0
  #slices = 0
  #changedFrom = 0

  /** The columns, one per slot, for the samples taken in so far. */
  get bySlot(): readonly Int16Array[] {
    return this.#group
  }

  /**
   * Takes in what was recorded since the last call. What came too late for its sample is left to a new instance. Gives the first
   * sample that is new or of another family than before.
   */
  extend(run: Run, lanes: LaneLayout): number {
    const { samples } = run
    this.#changedFrom = this.#samples
    this.#makeRoom(run.header.slots.length, samples.atMs.length)
    for (; this.#samples < samples.count; this.#samples++) this.#countTasks(run, lanes, this.#samples)
    this.#countSlices(run)
    return this.#changedFrom
  }

  #makeRoom(slots: number, room: number): void {
    for (let slot = 0; slot < slots; slot++) {
      const old = this.#group[slot]
      if (old?.length === room) continue
      const group = new Int16Array(room).fill(noGroup)
      const leadMs = new Float32Array(room)
      if (old !== undefined) {
        group.set(old)
        leadMs.set(this.#leadMs[slot] as Float32Array)
      }
      this.#group[slot] = group
      this.#leadMs[slot] = leadMs
    }
  }

  #vote(slot: SlotIndex, sample: number, group: number, ms: number): void {
    const groups = this.#group[slot]
    const leads = this.#leadMs[slot]
    if (groups === undefined || leads === undefined || !(ms > 0)) return
    const leadMs = leads[sample] as number
    if (groups[sample] === group) leads[sample] = leadMs + ms
    else if (leadMs >= ms) leads[sample] = leadMs - ms
    else {
      groups[sample] = group
      leads[sample] = ms - leadMs
      this.#changedFrom = Math.min(this.#changedFrom, sample)
    }
  }

  #countTasks({ tasks, samples, header, nowMs }: Run, lanes: LaneLayout, sample: number): void {
    const toMs = samples.atMs[sample] as number
    const fromMs = toMs - (samples.intervalMs[sample] as number)
    for (const { index: slot, isShared } of header.slots) {
      const list = lanes.slots[slot]?.subLanes[0]
      if (isShared || list === undefined) continue
      for (let at = Math.max(0, firstStartAfter(list, tasks, fromMs) - 1); at < list.count; at++) {
        const task = list.tasks[at] as number
        const startedMs = tasks.startedMs[task] as number
        if (startedMs >= toMs) break
        const finishedMs = tasks.finishedMs[task] as number
        const endMs = Number.isNaN(finishedMs) ? nowMs : finishedMs
        this.#vote(
          slot,
          sample,
          tasks.group[task] as number,
          Math.min(endMs, toMs) - Math.max(startedMs, fromMs),
        )
      }
    }
  }

  #countSlices({ slices, samples, tasks, header, phase }: Run): void {
    const sampledToMs = samples.count === 0 ? -Infinity : (samples.atMs[samples.count - 1] as number)
    for (; this.#slices < slices.count; this.#slices++) {
      const row = this.#slices
      const kind = slices.kind[row]
      const slot = slices.slot[row] as number
      if (kind !== sliceKind.ran && kind !== sliceKind.computed) continue
      if (header.slots[slot]?.isShared !== true) continue
      const fromMs = slices.fromMs[row] as number
      const toMs = slices.toMs[row] as number
      // A sample of its time is still to come.
      if (toMs > sampledToMs && !isOver(phase)) return
      for (let sample = countUpTo(samples.atMs, fromMs, samples.count); sample < samples.count; sample++) {
        const endMs = samples.atMs[sample] as number
        const beginMs = endMs - (samples.intervalMs[sample] as number)
        if (beginMs >= toMs) break
        const group = tasks.group[slices.task[row] as number] ?? noGroup
        this.#vote(slot, sample, group, Math.min(toMs, endMs) - Math.max(fromMs, beginMs))
      }
    }
  }
}
