import { summarize } from '#shared/analysis/summary.ts'
import {
  bytesFigure,
  counted,
  durationFigure,
  figureText,
  percentFigure,
  rateFigure,
  ratioText,
  type Figure,
} from '#shared/format.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import type { DurationSummary, RunSummary } from '#shared/model/summary.ts'
import { strategies } from '#shared/model/strategy.ts'
import { taskOutcomes } from '#shared/model/task.ts'
import { plainText } from './plain-text.ts'

/** Failures named one by one; the reports have them all. */
const mostFailuresShown = 10

const plain = (figure: Figure): string => figureText(figure).replace('\u202f', ' ')

function durations(summary: DurationSummary): string {
  const [p50, p95, max] = [summary.p50Ms, summary.p95Ms, summary.maxMs].map((ms) => plain(durationFigure(ms)))
  return `p50 ${p50}, p95 ${p95}, max ${max}`
}

function outcomesLine(summary: RunSummary): string {
  const counts = taskOutcomes
    .filter((outcome) => summary.outcomes[outcome] > 0)
    .map((outcome) => `${summary.outcomes[outcome]} ${outcome}`)
  return counts.join(', ')
}

const bindingWords = { cores: 'all cores busy', 'longest-task': 'the longest task' } as const

function rowsFor(summary: RunSummary): [string, string][] {
  const { ideal, sampler } = summary
  const bound =
    ideal === null ? '–' : `${plain(durationFigure(ideal.ms))}, set by ${bindingWords[ideal.binding]}`
  return [
    ['makespan', plain(durationFigure(summary.makespanMs))],
    ['ideal bound', `${bound} (${ratioText(summary.idealRatio)})`],
    ['tasks', outcomesLine(summary)],
    [
      'speed-up',
      summary.speedUp === null ? '–' : `${ratioText(summary.speedUp)} (sum of run times / makespan)`,
    ],
    ['queue wait', durations(summary.queueWait)],
    ['run time', durations(summary.runTime)],
    ['throughput', plain(rateFigure(summary.throughputPerSecond))],
    [
      'cores busy',
      `${plain(percentFigure(summary.coresBusy))} of all, ${summary.coreMean.map((core) => plain(percentFigure(core))).join(', ')} each`,
    ],
    [
      'peak memory',
      `${plain(bytesFigure(summary.peakProcessMemoryBytes))} Taskscope, ${plain(bytesFigure(summary.peakSystemMemoryBytes))} system`,
    ],
    [
      'sampler',
      `${sampler.hz} Hz, lateness p99 ${plain(durationFigure(sampler.latenessP99Ms))}, own cost ${plain(percentFigure(sampler.ownCpuFraction))} of a core`,
    ],
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

/** The summary that the command line prints, with a final newline. */
export function summaryText(run: Run): string {
  const { header, phase } = run
  const rows = rowsFor(summarize(run))
  const width = Math.max(...rows.map(([name]) => name.length))
  const title = `${header.preset.title} (${header.preset.id}) under ${strategies[header.strategy].title.toLowerCase()}`
  const ending =
    phase.kind === 'completed'
      ? ''
      : ` — ${phase.kind === 'broken' ? `broken: ${phase.message}` : phase.kind}`
  const lines = [
    `${title}${ending}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...(run.failures.size > 0 ? ['failures', ...failureLines(run)] : []),
    '',
  ]
  return plainText(lines.join('\n'))
}
