import { durationFigure, figureText, percentFigure } from '../../format.ts'
import type { SlotIndex, TaskIndex } from '../../model/ids.ts'
import { taskName } from '../../model/plan.ts'
import type { Run } from '../../model/run.ts'
import type { ExecutorId } from '../../model/strategy.ts'
import type { Fraction, Milliseconds } from '../../model/units.ts'

/** A duration as it stands in a sentence. */
export function timeText(ms: Milliseconds): string {
  return figureText(durationFigure(ms))
}

/** A share as it stands in a sentence. */
export function shareText(share: Fraction): string {
  return figureText(percentFigure(share))
}

const digits = (maximumFractionDigits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits })
const small = digits(2)
const large = digits(1)

/** A number that need not be whole, such as how many cores were busy. */
export function amountText(amount: number): string {
  return (amount < 1 ? small : large).format(amount)
}

/** A number of cores, which a quota may make a fraction. */
export function coresText(cores: number): string {
  return `${amountText(cores)} ${cores === 1 ? 'core' : 'cores'}`
}

/** A task’s name in quotation marks: names are free text. */
export function taskText(run: Run, task: TaskIndex): string {
  return `“${taskName(run.header.plan, task)}”`
}

/** A slot’s name in quotation marks. */
export function slotText(run: Run, slot: SlotIndex): string {
  return `“${run.header.slots[slot]?.name ?? slot}”`
}

/** What an executor’s slots are called when a task waits for one of them. */
export const slotOfExecutor: Readonly<Record<ExecutorId, string>> = {
  'main-line': 'the single thread',
  loop: 'the event loop',
  blocking: 'a blocking thread',
  cpu: 'a CPU worker',
  threads: 'a thread',
  processes: 'a process',
}
