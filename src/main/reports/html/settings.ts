import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Detail } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { environmentFacts, type Fact } from '#shared/words/environment-facts.ts'
import { measurementFacts } from './measurement-table.ts'
import { markup, type Markup } from './markup.ts'

const detailWords: Readonly<Record<Detail, string>> = {
  full: 'full',
  'no-anatomy': 'tasks on the loop not told apart',
  stamps: 'only when tasks started and finished',
}

function factTable(id: string, title: string, facts: readonly Fact[]): Markup {
  const rows = facts.map(([name, value]) => markup`\n<tr><th scope="row">${name}</th><td>${value}</td></tr>`)
  return markup`
<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<table class="facts"><tbody>${rows}
</tbody></table></section>`
}

/** Everything about the run that is not its tasks. */
export function optionsTable({ header }: Run): Markup {
  const { options, preparationMs } = header
  return factTable('options-heading', 'Options', [
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
    ['preparation', `${figureText(durationFigure(preparationMs))} before the first task was queued`],
  ])
}

/** How well it was observed, and at what cost. */
export function measurementTable(run: Run, summary: RunSummary): Markup {
  return factTable('measurement-heading', 'Measurement', measurementFacts(run, summary))
}

/** What the numbers were measured on. */
export function machineTable({ header: { environment } }: Run): Markup {
  return factTable('machine-heading', 'Machine', environmentFacts(environment))
}
