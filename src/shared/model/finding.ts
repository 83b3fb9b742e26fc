import type { Language } from './app-settings.ts'
import type { SlotIndex, TaskIndex } from './ids.ts'
import type { RunMs } from './units.ts'

/** Most serious first: the order in which they are listed. */
export const severities = ['problem', 'advice', 'note', 'good'] as const
/**
 * problem: it cost this run a good part of its time, or makes its numbers doubtful. advice: something to gain. note: worth
 * knowing. good: nothing held the run back.
 */
export type Severity = (typeof severities)[number]

export const findingIds = [
  'loop-blocked',
  'async-in-name-only',
  'over-subscription',
  'under-use',
  'serialised-by-one-slot',
  'workers-cannot-help',
  'start-up-dominates',
  'tasks-too-small',
  'straggler',
  'poor-order',
  'memory-bound',
  'garbage-collection',
  'starvation',
  'interference',
  'frequency-drift',
  'machine-slept',
  'machine-throttled',
  'sampler-overloaded',
  'taskscope-costs',
  'records-dropped',
  'nothing-to-improve',
] as const
export type FindingId = (typeof findingIds)[number]

/** Where on the timeline a finding can be seen. */
export interface Evidence {
  readonly fromMs: RunMs
  readonly toMs: RunMs
  /** The tasks that show it best, the worst first; at most `mostEvidence`. */
  readonly tasks: readonly TaskIndex[]
  readonly slots: readonly SlotIndex[]
}
export const mostEvidence = 20

/** The same sentence in every language: for what is told to readers of whom it is not known yet which is theirs. */
export type Wording = Readonly<Record<Language, string>>

/** A finding, as far as a comparison tells of it. */
export interface ToldFinding extends Pick<Finding, 'id' | 'severity'> {
  readonly sentence: Wording
}

/** Something that a run's record says about the run, in words. */
export interface Finding {
  readonly id: FindingId
  readonly severity: Severity
  /** What is the case, with its numbers: one sentence. */
  readonly sentence: string
  /** What to try: one sentence; empty where there is nothing to try. */
  readonly advice: string
  readonly evidence: Evidence
}
