import type { RunDigest } from '../../model/run-digest.ts'

/** Tasks that did not succeed: they failed, were stopped or cancelled, or never ended. */
export function failuresOf({ summary }: RunDigest): number {
  const { failed, cancelled } = summary.outcomes
  return failed + cancelled + summary.outcomes['timed-out'] + summary.unfinished
}
