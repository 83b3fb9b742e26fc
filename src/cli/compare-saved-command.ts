import { compareTrials } from '#shared/analysis/comparison/compare-trials.ts'
import { RunSpool } from '../main/experiments/run-spool.ts'
import { takeSavedRuns } from '../main/experiments/take-saved-runs.ts'
import { comparisonConditions, reportComparison } from './compare-command.ts'
import type { CompareSavedCommand } from './experiment-commands.ts'
import { findBaseline } from './find-baseline.ts'
import { checkOutputs } from './outputs.ts'
import { comparedRunReader } from './read-compared-run.ts'
import type { Surroundings } from './surroundings.ts'

/** `taskscope compare <runs> vs <runs>`: compares saved runs, starts nothing, and gives the exit code. */
export async function compareSavedCommand(
  { runsFolder }: Surroundings,
  command: CompareSavedCommand,
): Promise<number> {
  await checkOutputs(command)
  const runs = await RunSpool.open()
  try {
    const { outline, trials } = await takeSavedRuns(command.groups, comparedRunReader(runsFolder), runs)
    const { variants } = outline
    const baseline = findBaseline(variants, command.baseline)
    const conditions = comparisonConditions(
      command,
      variants.map(({ label }) => label),
    )
    const comparison = compareTrials({ variants, trials, baseline, pairing: 'none', isComplete: true })
    const ended = { ending: 'completed', message: '' } as const
    return await reportComparison({ comparison, outline, trials, runs }, ended, conditions, command)
  } finally {
    await runs.close()
  }
}
