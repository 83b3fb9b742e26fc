import { bytesFigure, countText, durationFigure, figureText, percentFigure } from '#shared/format.ts'
import type { Environment } from '#shared/model/environment.ts'
import type { Run } from '#shared/model/run.ts'
import { markup, type Markup } from './markup.ts'

type Fact = readonly [name: string, value: string]

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

function coresText({
  cores,
  physicalCores,
  performanceCores,
  efficiencyCores,
  cpuQuota,
}: Environment): string {
  const parts = [`${cores} logical`]
  if (physicalCores !== null) parts.push(`${physicalCores} physical`)
  if (performanceCores !== null && efficiencyCores !== null) {
    parts.push(`${performanceCores} performance + ${efficiencyCores} efficiency`)
  }
  if (cpuQuota !== null) parts.push(`quota ${cpuQuota}`)
  return parts.join(', ')
}

/** What the numbers were measured on. */
export function machineTable({ header: { environment } }: Run): Markup {
  const load = environment.loadBeforeStart
  return factTable('machine-heading', 'Machine', [
    ['processor', environment.cpuModel],
    ['cores', coresText(environment)],
    ['memory', figureText(bytesFigure(environment.memoryTotalBytes))],
    ['system', `${environment.operatingSystem} (${environment.architecture})`],
    ...Object.entries(environment.runtime),
    ['load before start', load === null ? 'not measured' : figureText(percentFigure(load))],
    ['power', environment.power],
  ])
}
