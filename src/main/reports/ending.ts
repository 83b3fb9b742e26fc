import { countText } from '#shared/format.ts'
import { interruptedSentence } from '#shared/words/interrupted-words.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { texts } from '#shared/texts/texts.ts'
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
  const words = texts().reportPage.ending
  const { count } = tasks
  switch (phase.kind) {
    case 'completed':
      if (bad === 0)
        return {
          look: 'good',
          sign: '✓',
          word: words.completed,
          sentence: count === 1 ? words.oneSucceeded : words.allSucceeded(count),
          reason: '',
        }
      return {
        look: 'warning',
        sign: '!',
        word: words.completed,
        sentence: words.someDidNot(countText(bad), count),
        reason: '',
      }
    case 'cancelled':
      return {
        look: 'warning',
        sign: '■',
        word: words.cancelled,
        sentence: words.stopped(countText(bad), count),
        reason: '',
      }
    case 'broken':
      return {
        look: 'danger',
        sign: '✗',
        word: words.broken,
        sentence: words.couldNotGoOn,
        reason: shortened(phase.message, mostMessage),
      }
    case 'interrupted':
      return {
        look: 'warning',
        sign: '!',
        word: words.interrupted,
        sentence: words.withoutEnd(interruptedSentence(), countText(summary.unfinished), count),
        reason: '',
      }
    case 'running':
    case 'cancelling':
      return {
        look: 'warning',
        sign: '▸',
        word: words.notFinished,
        sentence: words.withoutEnd(words.goingOn, countText(summary.unfinished), count),
        reason: '',
      }
  }
}

/** What is lost of a run's record, as a sentence; empty where nothing is. */
export function lostRecords({ droppedEvents }: Run): string {
  return droppedEvents === 0 ? '' : texts().reportPage.ending.lost(droppedEvents)
}
