import { assertNever } from '#shared/assert-never.ts'
import type { RunPhase } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { texts } from '#shared/texts/texts.ts'
import type { PhaseWords } from '../parts/phase-words.ts'

function badText(outcomes: RunSummary['outcomes'] | null): string {
  if (outcomes === null) return ''
  return [
    outcomes.failed > 0 ? texts().lab.failedCount(outcomes.failed) : '',
    outcomes['timed-out'] > 0 ? texts().lab.timedOutCount(outcomes['timed-out']) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** How a run stands or ended, with what went wrong in it. `outcomes`: null before they are known. */
export function endingWords(kind: RunPhase['kind'], outcomes: RunSummary['outcomes'] | null): PhaseWords {
  const { endings } = texts().lab
  switch (kind) {
    case 'running':
      return { glyph: '▸', text: endings.running, tone: 'busy' }
    case 'cancelling':
      return { glyph: '…', text: endings.cancelling, tone: 'busy' }
    case 'completed': {
      const bad = badText(outcomes)
      return bad === ''
        ? { glyph: '✓', text: endings.completed, tone: 'good' }
        : { glyph: '✗', text: endings.completedBut(bad), tone: 'bad' }
    }
    case 'cancelled':
      return { glyph: '⊘', text: endings.cancelled, tone: 'warning' }
    case 'broken':
      return { glyph: '✗', text: endings.broken, tone: 'bad' }
    case 'interrupted':
      return { glyph: '!', text: endings.interrupted, tone: 'warning' }
    default:
      return assertNever(kind)
  }
}
