import type { ComparedRun, ComparedVariant } from '#shared/model/comparison.ts'
import type { RunId } from '#shared/model/ids.ts'

/** Which of a variant's runs is in its panel: the chosen one, else the typical one. Null: it has no run. */
export function shownRun(
  { runs, typicalRun }: Pick<ComparedVariant, 'runs' | 'typicalRun'>,
  chosen: RunId | undefined,
): RunId | null {
  if (chosen !== undefined && runs.some(({ id }) => id === chosen)) return chosen
  return typicalRun ?? runs[0]?.id ?? null
}

/** The run before (-1) or after (1) it; null: there is none. */
export function neighbourRun(runs: readonly ComparedRun[], shown: RunId | null, step: 1 | -1): RunId | null {
  const at = runs.findIndex(({ id }) => id === shown)
  return at < 0 ? null : (runs[at + step]?.id ?? null)
}
