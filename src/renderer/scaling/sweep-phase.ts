import { assertNever } from '#shared/assert-never.ts'
import type { ScalingState } from '#shared/model/experiment-state.ts'
import { sizeText } from '#shared/words/scaling-words.ts'
import { texts } from '#shared/texts/texts.ts'
import type { PhaseWords } from '../parts/phase-words.ts'

/** The size that runs now, such as "2 CPU workers"; null: none does, as between two runs. */
export function runningSize(state: ScalingState): string | null {
  if (state.kind !== 'running' && state.kind !== 'cancelling') return null
  const { outline, progress } = state
  const value = progress.variant === null ? undefined : outline.sweep?.values[progress.variant]
  return outline.sweep === null || value === undefined ? null : sizeText(outline.sweep.size, value)
}

/**
 * How a sweep stands. `isUnderWay` is true already while the main process has not answered yet; `otherWork` is what keeps a
 * sweep from starting, as a sentence, and null where nothing does.
 */
export function sweepPhase(state: ScalingState, isUnderWay: boolean, otherWork: string | null): PhaseWords {
  if (otherWork !== null) return { glyph: '…', text: otherWork, tone: 'busy' }
  const { phases } = texts().scaling
  switch (state.kind) {
    case 'idle':
      return isUnderWay
        ? { glyph: '…', text: phases.starting, tone: 'busy' }
        : { glyph: '', text: phases.idle, tone: 'calm' }
    case 'running':
      return { glyph: '▸', text: state.progress.isWarmUp ? phases.warmingUp : phases.running, tone: 'busy' }
    case 'cancelling':
      return { glyph: '…', text: phases.cancelling, tone: 'busy' }
    case 'over':
      if (isUnderWay) return { glyph: '…', text: phases.starting, tone: 'busy' }
      if (state.ending === 'completed') return { glyph: '✓', text: phases.completed, tone: 'good' }
      if (state.ending === 'cancelled') return { glyph: '⊘', text: phases.cancelled, tone: 'warning' }
      return { glyph: '✗', text: phases.broken, tone: 'bad' }
    default:
      return assertNever(state)
  }
}
