import { texts } from '#shared/texts/texts.ts'
import { accountRun } from '#shared/analysis/account-run.ts'
import { iterationsPerMs } from '#shared/analysis/comparison/work-hash.ts'
import { findFindings } from '#shared/analysis/findings.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { bytesFigure, counted, rateFigure, ratioText } from '#shared/format.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import type { DurationSummary, OwnCost, RunSummary, SamplerSummary } from '#shared/model/summary.ts'
import { taskOutcomes } from '#shared/model/task.ts'
import { accountLines } from './account-text.ts'
import { findingLines } from './findings-text.ts'
import { durationText, percentText, plainFigure } from './plain-figure.ts'
import { plainText } from './plain-text.ts'

/** Failures named one by one; the reports have them all. */
const mostFailuresShown = 10

function durations(summary: DurationSummary): string {
  const [p50, p95, max] = [summary.p50Ms, summary.p95Ms, summary.maxMs].map((ms) => durationText(ms))
  return `p50 ${p50}, p95 ${p95}, max ${max}`
}

function outcomesLine(summary: RunSummary): string {
  const counts = taskOutcomes
    .filter((outcome) => summary.outcomes[outcome] > 0)
    .map((outcome) => `${summary.outcomes[outcome]} ${outcome}`)
  return counts.join(', ')
}

const bindingWords = {
  cores: 'its CPU time shared among the cores',
  'longest-task': 'its longest task',
} as const

function coresText({ coresBusy, coreMean }: RunSummary): string {
  if (coreMean.length === 0) return 'not sampled'
  return `${percentText(coresBusy)} of all, ${coreMean.map((core) => percentText(core)).join(', ')} each`
}

function ownCostText(cost: OwnCost | null): string {
  if (cost === null) return 'not known'
  const { shareOfCore, shareOfMachine, mainThreadMs, samplerMs, windowMs, anatomyMs } = cost
  const window = windowMs === null ? '' : `, window ${durationText(windowMs)}`
  const anatomy =
    anatomyMs === null ? '' : `; besides, ${durationText(anatomyMs)} of the loop to tell its tasks apart`
  return `${percentText(shareOfCore)} of one core, ${percentText(shareOfMachine)} of the machine (main thread ${durationText(mainThreadMs)}, sampler ${durationText(samplerMs)}${window})${anatomy}`
}

function samplerText({ hz, samples, latenessP99Ms }: SamplerSummary): string {
  if (hz === 0) return 'off'
  return `${hz} Hz, ${counted(samples, 'sample')}, lateness p99 ${durationText(latenessP99Ms)}`
}

function rowsFor(summary: RunSummary): [string, string][] {
  const { ideal, sampler } = summary
  const bound =
    ideal === null
      ? '–'
      : `${durationText(ideal.ms)}, set by ${bindingWords[ideal.binding]}${ideal.basis === 'run-time' ? ', from run times' : ''}`
  return [
    ['makespan', durationText(summary.makespanMs)],
    ['ideal bound', `${bound}; the run took ${ratioText(summary.idealRatio)}`],
    ['tasks', outcomesLine(summary)],
    [
      'speed-up',
      summary.speedUp === null ? '–' : `${ratioText(summary.speedUp)} (sum of run times / makespan)`,
    ],
    ['queue wait', durations(summary.queueWait)],
    ['run time', durations(summary.runTime)],
    ['throughput', plainFigure(rateFigure(summary.throughputPerSecond))],
    ['cores busy', coresText(summary)],
    [
      'peak memory',
      `${plainFigure(bytesFigure(summary.peakProcessMemoryBytes))} Taskscope, ${plainFigure(bytesFigure(summary.peakSystemMemoryBytes))} system`,
    ],
    ['own cost', ownCostText(summary.own)],
    ['sampler', samplerText(sampler)],
    [
      'dropped',
      `${counted(summary.droppedEvents, 'event')}${summary.droppedEvents > 0 ? ': these figures are incomplete' : ''}`,
    ],
  ]
}

function failureLines(run: Run): string[] {
  const failures = [...run.failures].sort(([a], [b]) => a - b)
  const lines = failures
    .slice(0, mostFailuresShown)
    .map(([task, { name, message }]) => `  ${taskName(run.header.plan, task)}: ${name}: ${message}`)
  const more = failures.length - lines.length
  if (more > 0) lines.push(`  and ${counted(more, 'more failure')}; --json lists them all`)
  return lines
}

/** How much work calibrated tasks had, and how to give other runs the same; no row where none was calibrated. */
function calibratedRow({ header }: Run): [string, string][] {
  const rate = iterationsPerMs(header.plan)
  if (rate === null) return []
  // More digits than these tell nothing apart.
  const written = Number(rate.toPrecision(9))
  return [
    [
      'calibrated',
      `${written.toLocaleString('en-US', { maximumFractionDigits: 6 })} iterations per ms; other runs do the same work with --iterations-per-ms ${written}`,
    ],
  ]
}

/** Lines under a heading; nothing where there are none. */
function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines]
}

/**
 * What the command line prints of a run: the figures, the findings, where the time went, and failures; with a final newline. `savedAs`: the id
 * under which it was just put into the library.
 */
export function summaryText(run: Run, savedAs: string | null = null): string {
  const { header, phase } = run
  const savedRow: [string, string][] =
    savedAs === null ? [] : [['saved', `as ${savedAs}; see taskscope runs show ${savedAs}`]]
  const rows = [...rowsFor(summarize(run)), ...calibratedRow(run), ...savedRow]
  const width = Math.max(...rows.map(([name]) => name.length))
  const title = `${header.preset.title} (${header.preset.id}) under ${texts().strategies[header.strategy].title.toLowerCase()}`
  const ending =
    phase.kind === 'completed'
      ? ''
      : ` — ${phase.kind === 'broken' ? `broken: ${phase.message}` : phase.kind}`
  const accounting = accountRun(run)
  const lines = [
    `${title}${ending}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...section('findings', findingLines(findFindings(run))),
    ...section('where the time went', accounting === null ? [] : accountLines(accounting)),
    ...section('failures', failureLines(run)),
    '',
  ]
  return plainText(lines.join('\n'))
}
