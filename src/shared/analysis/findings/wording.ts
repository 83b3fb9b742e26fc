import { amountText, durationFigure, figureText, percentFigure } from '../../format.ts'
import type { SlotIndex, TaskIndex } from '../../model/ids.ts'
import { taskName } from '../../model/plan.ts'
import type { Run } from '../../model/run.ts'
import type { ExecutorId } from '../../model/strategy.ts'
import type { Fraction, Milliseconds } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'

export { amountText } from '../../format.ts'

/** A duration as it stands in a sentence. */
export function timeText(ms: Milliseconds): string {
  return figureText(durationFigure(ms))
}

/** A share as it stands in a sentence. */
export function shareText(share: Fraction): string {
  return figureText(percentFigure(share))
}

/** A number of cores, which a quota may make a fraction. */
export function coresText(cores: number): string {
  return texts().findingWords.cores(amountText(cores), cores === 1)
}

/** A task’s name in quotation marks: names are free text. */
export function taskText(run: Run, task: TaskIndex): string {
  return texts().findingWords.quoted(taskName(run.header.plan, task))
}

/** A slot’s name in quotation marks. */
export function slotText(run: Run, slot: SlotIndex): string {
  return texts().findingWords.quoted(run.header.slots[slot]?.name ?? String(slot))
}

/** What an executor’s slots are called when a task waits for one of them. */
export function slotOfExecutor(executor: ExecutorId): string {
  return texts().findingWords.slotOf[executor]
}
