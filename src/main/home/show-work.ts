import type { EndedWork, Work } from '#shared/model/work-under-way.ts'
import type { Fraction, Milliseconds } from '#shared/model/units.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import { texts } from '#shared/texts/texts.ts'

/** As `BrowserWindow.setProgressBar` takes it: a share; more than 1: indeterminate; below 0: none. */
export const progressBar = { none: -1, indeterminate: 2 } as const

/** What the taskbar or the dock shows of all that goes on: the least of what is known, as that is last to be over. */
export function taskbarProgress(work: readonly Work[]): number {
  if (work.length === 0) return progressBar.none
  const known = work.flatMap(({ done }) => (done === null ? [] : [done]))
  return known.length === 0 ? progressBar.indeterminate : Math.min(...known)
}

/** The same to the percent: finer steps are not seen, and each costs the desktop a message. */
export function roundedProgress(progress: Fraction): number {
  return Math.round(progress * 100) / 100
}

/** What is over sooner is not told of. */
const leastWorthTellingMs: Milliseconds = 10_000

/** The system's notice of an end; null: not worth one, or not wanted. */
export function noticeOf(
  { kind, name, ending, tookMs }: EndedWork,
  { isWanted, isWatched }: { readonly isWanted: boolean; readonly isWatched: boolean },
): { readonly title: string; readonly body: string } | null {
  if (!isWanted || isWatched || tookMs < leastWorthTellingMs) return null
  const { notifications } = texts()
  return {
    title: notifications.title(kind, ending),
    body: notifications.body(name, figureText(durationFigure(tookMs))),
  }
}
