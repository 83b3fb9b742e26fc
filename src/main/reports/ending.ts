import { counted, countText } from '#shared/format.ts'
import { interruptedSentence } from '#shared/words/interrupted-words.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { shortened } from './html/plain-text.ts'

const mostMessage = 2_000

/** How a run ended: a sign and a word for those in a hurry, and a sentence. */
export interface Ending {
  readonly look: 'good' | 'warning' | 'danger'
  readonly sign: string
  readonly word: string
  readonly sentence: string
  /** Why, in somebody else's words, which stand behind the sentence; empty: nobody said. */
  readonly reason: string
}

function unsuccessful({ outcomes, unfinished }: RunSummary): number {
  return outcomes.failed + outcomes.cancelled + outcomes['timed-out'] + unfinished
}

/** How a run ended, worded once for every report that is read by people. */
export function endingOf({ phase, tasks }: Run, summary: RunSummary): Ending {
  const bad = unsuccessful(summary)
  const count = counted(tasks.count, 'task')
  switch (phase.kind) {
    case 'completed':
      if (bad === 0)
        return {
          look: 'good',
          sign: '✓',
          word: 'Completed',
          sentence: tasks.count === 1 ? 'Its one task succeeded.' : `All ${count} succeeded.`,
          reason: '',
        }
      return {
        look: 'warning',
        sign: '!',
        word: 'Completed',
        sentence: `${countText(bad)} of ${count} did not succeed.`,
        reason: '',
      }
    case 'cancelled':
      return {
        look: 'warning',
        sign: '■',
        word: 'Cancelled',
        sentence: `The run was stopped before it was done: ${countText(bad)} of ${count} did not succeed. The figures cover only what ran.`,
        reason: '',
      }
    case 'broken':
      return {
        look: 'danger',
        sign: '✗',
        word: 'Broken',
        sentence: 'The run could not go on; what was recorded until then is here. The reason: ',
        reason: shortened(phase.message, mostMessage),
      }
    case 'interrupted':
      return {
        look: 'warning',
        sign: '!',
        word: 'Interrupted',
        sentence: `${interruptedSentence} ${countText(summary.unfinished)} of ${count} had no end yet.`,
        reason: '',
      }
    case 'running':
    case 'cancelling':
      return {
        look: 'warning',
        sign: '▸',
        word: 'Not finished',
        sentence: `The run was still going on when this was written: ${countText(summary.unfinished)} of ${count} had no end yet.`,
        reason: '',
      }
  }
}

/** What is lost of a run's record, as a sentence; empty where nothing is. */
export function lostRecords({ droppedEvents }: Run): string {
  return droppedEvents === 0
    ? ''
    : `${counted(droppedEvents, 'record')} of what happened could not be kept: times and figures may be missing.`
}
