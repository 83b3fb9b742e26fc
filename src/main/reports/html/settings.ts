import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { environmentFacts, type Fact } from '#shared/words/environment-facts.ts'
import { markup, type Markup } from './markup.ts'

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
    ['sample rate', `${options.sampleHz}\u202fHz`],
    ['preparation', `${figureText(durationFigure(preparationMs))} before the first task was queued`],
  ])
}

/** What the numbers were measured on. */
export function machineTable({ header: { environment } }: Run): Markup {
  return factTable('machine-heading', 'Machine', environmentFacts(environment))
}
