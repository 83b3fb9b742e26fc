import type { Finding } from '../../model/finding.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'

/** Something was not recorded: its numbers, or its picture, are incomplete. */
export function recordsDropped(facts: RunFacts): Finding | null {
  const { droppedEvents, slices } = facts.run
  const words = texts().machineFindings['records-dropped']
  if (droppedEvents > 0) {
    return {
      id: 'records-dropped',
      severity: 'problem',
      sentence: words.dropped(droppedEvents),
      advice: words.again,
      evidence: evidenceOf(facts, {}),
    }
  }
  if (slices.leftOut === 0) return null
  return {
    id: 'records-dropped',
    severity: 'note',
    sentence: words.leftOut(slices.leftOut),
    advice: words.nothingToDo,
    evidence: evidenceOf(facts, {}),
  }
}
