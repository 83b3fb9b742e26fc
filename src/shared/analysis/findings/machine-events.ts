import type { Finding } from '../../model/finding.ts'
import type { SampleTable } from '../../model/sample.ts'
import type { RunMs } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { timeText } from './wording.ts'

/** The intervals, first to last, of the samples that tell of it; null: none does. */
function whenSampled(
  { atMs, intervalMs, count }: SampleTable,
  tells: (row: number) => boolean,
): { readonly fromMs: RunMs; readonly toMs: RunMs } | null {
  const rows = Array.from({ length: count }, (_, row) => row).filter(tells)
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  return { fromMs: (atMs[first] as number) - (intervalMs[first] as number), toMs: atMs[last] as number }
}

/** The machine slept while the run was under way: run times leave that out on some systems, and count it on others. */
export function machineSlept(facts: RunFacts): Finding | null {
  const { samples } = facts.run
  const { asleepMs } = facts.summary
  if (asleepMs === null || asleepMs <= 0) return null
  const when = whenSampled(samples, (row) => (samples.asleepMs[row] as number) > 0)
  return {
    id: 'machine-slept',
    severity: 'problem',
    sentence: texts().machineEvents.slept(timeText(asleepMs)),
    advice: texts().machineEvents.sleptAdvice,
    evidence: evidenceOf(facts, { ...when, tasks: [] }),
  }
}

/** The processor was held back for heat while the run was under way, by the machine's own count. */
export function machineThrottled(facts: RunFacts): Finding | null {
  const { samples } = facts.run
  const { throttles } = facts.summary
  if (throttles === null || throttles <= 0) return null
  const when = whenSampled(
    samples,
    (row) => row > 0 && (samples.throttles[row] as number) > (samples.throttles[row - 1] as number),
  )
  return {
    id: 'machine-throttled',
    severity: 'problem',
    sentence: texts().machineEvents.throttled(throttles),
    advice: texts().machineEvents.throttledAdvice,
    evidence: evidenceOf(facts, { ...when, tasks: [] }),
  }
}
