import { durationFigure, figureText } from '#shared/format.ts'
import type { AccountEntry } from '#shared/model/account.ts'
import type { TaskTime } from '#shared/model/task-time.ts'
import type { Fraction, Milliseconds } from '#shared/model/units.ts'
import { taskTimeParts, taskTimeWords, type TaskTimePart } from '#shared/words/task-time-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { tenthsOf, tenthsText } from '../parts/tenths.ts'

/** One part of a task's turnaround, as it is read. */
export interface TimePart {
  readonly part: TaskTimePart
  /** How it is drawn: as in the account of the run. */
  readonly fill: AccountEntry | 'undivided'
  readonly label: string
  readonly definition: string
  readonly share: Fraction
  /** texts().inspector.unknown where it is not known. */
  readonly timeText: string
  /** In percent; empty where it is not known. */
  readonly percentText: string
}

const fills: Readonly<Record<TaskTimePart, AccountEntry>> = {
  queueWaitMs: 'queue',
  onCpuMs: 'cpu',
  readyMs: 'ready',
  timerMs: 'timer',
  ioMs: 'input-output',
  unexplainedMs: 'unexplained',
}

/**
 * The parts of a task's turnaround, all of them: what is not known is said to be unknown, and drawn as a rest that is not divided.
 * Null where it has no turnaround.
 */
export function timeParts(time: TaskTime): readonly TimePart[] | null {
  const { turnaroundMs } = time
  if (turnaroundMs === null) return null
  const known = taskTimeParts.map((part) => time[part] ?? 0)
  const restMs: Milliseconds = turnaroundMs - known.reduce((sum, ms) => sum + ms, 0)
  // The rest takes part in the rounding: the figures sum to 100 with it.
  const tenths = tenthsOf([...known, restMs], turnaroundMs)
  return taskTimeParts.map((part, at) => {
    const ms = time[part]
    // Where parts are unknown, what is left is theirs together: it stands where the residual would.
    const isRest = part === 'unexplainedMs' && ms === null
    const shownMs = isRest ? restMs : ms
    return {
      part,
      fill: isRest ? 'undivided' : fills[part],
      label: isRest ? texts().inspector.notDivided : taskTimeWords[part].label,
      definition: isRest ? texts().inspector.notDividedHint : taskTimeWords[part].definition,
      share: shownMs === null || !(turnaroundMs > 0) ? 0 : Math.max(0, shownMs / turnaroundMs),
      timeText:
        shownMs === null ? texts().inspector.unknown : figureText(durationFigure(shownMs)).replace('-', '−'),
      percentText: shownMs === null ? '' : tenthsText((isRest ? tenths.at(-1) : tenths[at]) ?? 0),
    }
  })
}
