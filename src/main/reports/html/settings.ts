import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Environment } from '#shared/model/environment.ts'
import type { Detail, RunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { environmentFacts, type Fact } from '#shared/words/environment-facts.ts'
import { factTable } from './fact-table.ts'
import { measurementFacts } from './measurement-table.ts'
import type { Markup } from './markup.ts'

const detailWords: Readonly<Record<Detail, string>> = {
  full: 'full',
  'no-anatomy': 'tasks on the loop not told apart',
  stamps: 'only when tasks started and finished',
}

/** The options of a run that are settings rather than circumstances. */
export function optionFacts(options: RunOptions): readonly Fact[] {
  return [
    ['CPU workers', countText(options.cpuWorkers)],
    ['blocking threads', countText(options.blockingThreads)],
    ['loop concurrency', `${countText(options.loopConcurrency)} tasks`],
    ['thread limit', countText(options.threadLimit)],
    [
      'task timeout',
      options.taskTimeoutMs === null ? 'no limit' : figureText(durationFigure(options.taskTimeoutMs)),
    ],
    ['memory limit', `${countText(options.memoryLimitMb)}\u202fMiB for each thread or process`],
    ['order of the queue', options.policy],
    ['seed', String(options.seed)],
    ['sample rate', options.sampleHz === 0 ? 'off' : `${options.sampleHz}\u202fHz`],
    ['detail', detailWords[options.detail]],
    [
      'blocked loop',
      `a task that holds it for more than ${figureText(durationFigure(options.blockedLoopMs))}`,
    ],
  ]
}

/** Everything about the run that is not its tasks. */
export function optionsTable({ header: { options, preparationMs } }: Run): Markup {
  return factTable('options-heading', 'Options', [
    ...optionFacts(options),
    ['preparation', `${figureText(durationFigure(preparationMs))} before the first task was queued`],
  ])
}

/** How well it was observed, and at what cost. */
export function measurementTable(run: Run, summary: RunSummary): Markup {
  return factTable('measurement-heading', 'Measurement', measurementFacts(run, summary))
}

/** What the numbers were measured on. */
export function machineTable(environment: Environment): Markup {
  return factTable('machine-heading', 'Machine', environmentFacts(environment))
}
