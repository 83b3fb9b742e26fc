import type { Check, CheckLevel } from '../../model/comparison.ts'

/** Worst first. */
export const objectionLevels: readonly CheckLevel[] = ['error', 'warning', 'note']

/** What is not in order, worst first, and what is; checks of one level in the given order. */
export function sortChecks(checks: readonly Check[]): {
  readonly objections: readonly Check[]
  readonly passed: readonly Check[]
} {
  return {
    objections: objectionLevels.flatMap((level) => checks.filter((check) => check.level === level)),
    passed: checks.filter(({ level }) => level === 'ok'),
  }
}
