import { assertNever } from '#shared/assert-never.ts'
import { countText } from '#shared/format.ts'
import type { RunPhase } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import type { PhaseWords } from '../parts/phase-words.ts'

function badText(outcomes: RunSummary['outcomes'] | null): string {
  if (outcomes === null) return ''
  return [
    outcomes.failed > 0 ? `${countText(outcomes.failed)} failed` : '',
    outcomes['timed-out'] > 0 ? `${countText(outcomes['timed-out'])} timed out` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** How a run stands or ended, with what went wrong in it. `outcomes`: null before they are known. */
export function endingWords(kind: RunPhase['kind'], outcomes: RunSummary['outcomes'] | null): PhaseWords {
  switch (kind) {
    case 'running':
      return { glyph: '▸', text: 'Running', tone: 'busy' }
    case 'cancelling':
      return { glyph: '…', text: 'Cancelling', tone: 'busy' }
    case 'completed': {
      const bad = badText(outcomes)
      return bad === ''
        ? { glyph: '✓', text: 'Completed', tone: 'good' }
        : { glyph: '✗', text: `Completed, ${bad}`, tone: 'bad' }
    }
    case 'cancelled':
      return { glyph: '⊘', text: 'Cancelled', tone: 'warning' }
    case 'broken':
      return { glyph: '✗', text: 'Broken off', tone: 'bad' }
    case 'interrupted':
      return { glyph: '!', text: 'Interrupted', tone: 'warning' }
    default:
      return assertNever(kind)
  }
}
