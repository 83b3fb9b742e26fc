import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Environment } from '#shared/model/environment.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { environmentFacts, type Fact } from '#shared/words/environment-facts.ts'
import { texts } from '#shared/texts/texts.ts'
import { factTable } from './fact-table.ts'
import { measurementFacts } from './measurement-table.ts'
import type { Markup } from './markup.ts'

/** The options of a run that are settings rather than circumstances. */
export function optionFacts(options: RunOptions): readonly Fact[] {
  const words = texts().reportPage.option
  return [
    [words.cpuWorkers, countText(options.cpuWorkers)],
    [words.blockingThreads, countText(options.blockingThreads)],
    [words.loopConcurrency, words.tasks(countText(options.loopConcurrency))],
    [words.threadLimit, countText(options.threadLimit)],
    [
      words.timeout,
      options.taskTimeoutMs === null ? words.noLimit : figureText(durationFigure(options.taskTimeoutMs)),
    ],
    [words.memoryLimit, words.forEach(`${countText(options.memoryLimitMb)}\u202fMiB`)],
    [words.order, options.policy],
    [words.seed, String(options.seed)],
    [words.sampleRate, options.sampleHz === 0 ? words.off : `${options.sampleHz}\u202fHz`],
    [words.detail, texts().reportPage.details[options.detail]],
    [words.blockedLoop, words.holdsFor(figureText(durationFigure(options.blockedLoopMs)))],
  ]
}

/** Everything about the run that is not its tasks. */
export function optionsTable({ header: { options, preparationMs } }: Run): Markup {
  const { options: title, option: words } = texts().reportPage
  return factTable('options-heading', title, [
    ...optionFacts(options),
    [words.preparation, words.beforeFirst(figureText(durationFigure(preparationMs)))],
  ])
}

/** How well it was observed, and at what cost. */
export function measurementTable(run: Run, summary: RunSummary): Markup {
  return factTable(
    'measurement-heading',
    texts().reportTables.measurement.heading,
    measurementFacts(run, summary),
  )
}

/** What the numbers were measured on. */
export function machineTable(environment: Environment): Markup {
  return factTable('machine-heading', texts().reportPage.machine, environmentFacts(environment))
}
