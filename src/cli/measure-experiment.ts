import process from 'node:process'
import type { Experiment } from '#shared/model/experiment.ts'
import { withSettled } from '../main/engine/run-options-resolve.ts'
import { experimentParts } from '../main/experiments/experiment-parts.ts'
import { runExperiment, type ExperimentOutcome } from '../main/experiments/run-experiment.ts'
import { RunSpool } from '../main/experiments/run-spool.ts'
import { experimentProgressText } from './experiment-progress.ts'
import { interruptible } from './interruption.ts'
import { keepWithinLimit } from './keep-within-limit.ts'
import { plainText } from './plain-text.ts'
import { ProgressLine } from './progress-line.ts'
import type { Surroundings } from './surroundings.ts'

/** An experiment, and how its progress is shown. */
interface Measuring {
  /** The command, such as "compare". */
  readonly name: string
  readonly experiment: Experiment
  readonly isQuiet: boolean
  /** Whether its runs go into the library. */
  readonly isSaved: boolean
}

/** With what the user has settled for runs that do not say otherwise; labels stay as they were written. */
function settledExperiment(experiment: Experiment, { settled }: Surroundings['folders']): Experiment {
  const variants = experiment.variants.map((variant) => ({
    ...variant,
    options: withSettled(variant.preset, variant.options, settled?.() ?? {}),
  }))
  return { ...experiment, variants }
}

/**
 * Runs an experiment in this process, with run hosts as children, and hands on what was measured, however it ended; Ctrl-C cancels it.
 * The records of its runs are in the library, or gone when `take` is done.
 */
export async function measureExperiment(
  { folders, runsFolder, version }: Pick<Surroundings, 'folders' | 'runsFolder' | 'version'>,
  { name, experiment, isQuiet, isSaved }: Measuring,
  take: (outcome: ExperimentOutcome, runs: RunSpool) => Promise<number>,
): Promise<number> {
  const runs = await RunSpool.open(isSaved ? { folder: runsFolder, taskscope: version } : null)
  const progress = new ProgressLine(process.stderr, !isQuiet)
  const labels = experiment.variants.map(({ label }) => label)
  try {
    // Also while documents are written: a second Ctrl-C ends it, a first one does not lose them.
    return await interruptible(async (signal) => {
      signal.addEventListener('abort', () => progress.show('Cancelling …'))
      const { entries, resources, iterationsPerMs, launch } = folders
      const parts = experimentParts(
        {
          entries,
          resources,
          ...(iterationsPerMs === undefined ? {} : { iterationsPerMs }),
          otherProcessIds: [process.pid],
        },
        launch,
        runs,
      )
      const outcome = await runExperiment(settledExperiment(experiment, folders), parts, {
        signal,
        onProgress: (now) => {
          if (!signal.aborted) progress.show(experimentProgressText(name, labels, now))
        },
        onTrial: () => undefined,
        onSavingProblem: (problem) => {
          progress.clear()
          process.stderr.write(
            plainText(`${problem} Measuring goes on; the records of such runs go when this command ends.\n`),
          )
        },
      }).finally(() => progress.clear())
      const code = await take(outcome, runs)
      if (isSaved)
        await keepWithinLimit(
          runsFolder,
          outcome.trials.map(({ run }) => run.id),
        )
      return code
    })
  } finally {
    await runs.close()
  }
}
