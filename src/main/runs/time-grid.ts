import { eventField, eventWidth, isSliceKind } from '#shared/model/task-event.ts'

/**
 * Times of a record are whole multiples of this: 2^-20 ms, just below a nanosecond. No clock of ours tells less, and what lies below
 * is the noise of subtracting doubles; without it a column of times can be stored as whole numbers, exactly and in a third of the room.
 */
export const timeStepMs = 2 ** -20

const stepsPerMs = 1 / timeStepMs

/** Exact, for a power of two: nothing but the rounding itself changes. NaN stays NaN. */
function snap(ms: number): number {
  return Math.round(ms * stepsPerMs) * timeStepMs
}

/** Puts the times of task event records on the grid, in place. */
export function snapTimes(events: Float64Array): void {
  for (let at = 0; at < events.length; at += eventWidth) {
    const { kind, atMs, value, onCpuMs, readyMs, timerMs, ioMs } = eventField
    events[at + atMs] = snap(events[at + atMs] as number)
    // Elsewhere it is no time: a checksum, a share, a state.
    if (isSliceKind(events[at + kind] as number)) events[at + value] = snap(events[at + value] as number)
    events[at + onCpuMs] = snap(events[at + onCpuMs] as number)
    events[at + readyMs] = snap(events[at + readyMs] as number)
    events[at + timerMs] = snap(events[at + timerMs] as number)
    events[at + ioMs] = snap(events[at + ioMs] as number)
  }
}
