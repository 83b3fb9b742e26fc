import { counted } from '../../format.ts'
import type { Finding } from '../../model/finding.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'

/** Something was not recorded: its numbers, or its picture, are incomplete. */
export function recordsDropped(facts: RunFacts): Finding | null {
  const { droppedEvents, slices } = facts.run
  if (droppedEvents > 0) {
    return {
      id: 'records-dropped',
      severity: 'problem',
      sentence: `${counted(droppedEvents, 'record')} found no room and ${droppedEvents === 1 ? 'is' : 'are'} missing: the numbers of this run are incomplete.`,
      advice: 'Run it again with larger tasks, or fewer at once.',
      evidence: evidenceOf(facts, {}),
    }
  }
  if (slices.leftOut === 0) return null
  return {
    id: 'records-dropped',
    severity: 'note',
    sentence: `${counted(slices.leftOut, 'stretch', 'stretches')} of tasks’ time ${slices.leftOut === 1 ? 'is' : 'are'} not drawn, because there were too many; the tasks’ totals hold them all.`,
    advice: 'Nothing needs to be done, unless the picture of the last tasks matters.',
    evidence: evidenceOf(facts, {}),
  }
}
