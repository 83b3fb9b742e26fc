import type { Trial } from '../../model/experiment.ts'
import type { ToldFinding } from '../../model/finding.ts'
import type { RunId } from '../../model/ids.ts'
import type { RunDigest } from '../../model/run-digest.ts'
import { fakeRun } from '../fake-run.ts'
import { digestRun } from './digest-run.ts'

/** The digest of a made-up run of one task that took 100 ms; tests change in it what they are about. */
export function fakeDigest(changes: Partial<RunDigest> = {}): RunDigest {
  const run = fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 100 }] })
  return { ...digestRun(run), ...changes }
}

const standard = fakeDigest()

/** A digest like the standard one, but for its makespan; null: nothing finished. */
export function digestOf(makespanMs: number | null, changes: Partial<RunDigest> = {}): RunDigest {
  return { ...standard, summary: { ...standard.summary, makespanMs }, ...changes }
}

/**
 * Trials as an experiment makes them, one list of makespans for each variant: round by round, every second round in reverse order. In rounds
 * for which a variant has no makespan it did not run.
 */
export function trialsOf(
  makespansMs: readonly (readonly (number | null)[])[],
  changes: (variant: number, round: number) => Partial<RunDigest> = () => ({}),
): Trial[] {
  const rounds = Math.max(0, ...makespansMs.map((ofVariant) => ofVariant.length))
  const order = makespansMs.map((_, variant) => variant)
  const trials: Trial[] = []
  for (let round = 0; round < rounds; round++) {
    for (const variant of round % 2 === 0 ? order : [...order].reverse()) {
      const makespanMs = makespansMs[variant]?.[round]
      if (makespanMs === undefined) continue
      const id = `run-${variant}-${round}` as RunId
      const run = digestOf(makespanMs, { id, ...changes(variant, round) })
      trials.push({ variant, round, place: trials.length, run })
    }
  }
  return trials
}

/** A finding of that kind which says that it is there. */
export function fakeFinding(id: ToldFinding['id'], sentence: string): ToldFinding {
  return { id, severity: 'problem', sentence: { en: sentence, de: `${sentence} (de)` } }
}
