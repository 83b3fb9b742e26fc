import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks'
import { sliceKind } from '#shared/model/slice.ts'
import type { EventWriter } from './event-writer.ts'

/** What an entry of type `gc` says of its kind. */
function isMinor(entry: PerformanceEntry): boolean {
  const { detail } = entry as { readonly detail?: { readonly kind?: number } }
  return detail?.kind === constants.NODE_PERFORMANCE_GC_MINOR
}

/**
 * Records every garbage collection of this thread from now on. Node reports one when the thread's loop next turns: those of a task
 * that holds its thread come when it has ended. `toEventMs` turns the thread's `performance.now()` into the writer's clock;
 * what lies before `sinceMs()` belongs to nobody and is left out.
 */
export function observeGarbage(
  events: EventWriter,
  toEventMs: (nowMs: number) => number,
  sinceMs: () => number,
): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const fromMs = toEventMs(entry.startTime)
      if (fromMs < sinceMs()) continue
      const kind = isMinor(entry) ? sliceKind.minorCollection : sliceKind.majorCollection
      events.slice(kind, -1, fromMs, fromMs + entry.duration, NaN, NaN)
    }
  })
  observer.observe({ entryTypes: ['gc'] })
}
