import { accountRun } from '#shared/analysis/account-run.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { accountEntries, type Account } from '#shared/model/account.ts'
import type { Run } from '#shared/model/run.ts'
import type { DurationSummary, RunSummary } from '#shared/model/summary.ts'
import { detailEntries } from '#shared/words/detail-entries.ts'
import { summaryEntries } from '#shared/words/summary-entries.ts'
import type { Labels, MetricFamily, MetricUnit, Sample } from './metric-family.ts'
import { slotSums } from './slot-sums.ts'

/** OpenMetrics wants seconds. */
const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000)

function gauge(
  name: string,
  help: string,
  unit: MetricUnit | undefined,
  samples: readonly Sample[],
): MetricFamily {
  return { name, type: 'gauge', help, samples, ...(unit === undefined ? {} : { unit }) }
}

const alone = (value: number | null, labels: Labels = {}): readonly Sample[] => [{ labels, value }]

/** The longest is the quantile 1. */
function quantiles(name: string, help: string, { p50Ms, p95Ms, maxMs }: DurationSummary): MetricFamily {
  const samples = [
    { labels: { quantile: '0.5' }, value: seconds(p50Ms) },
    { labels: { quantile: '0.95' }, value: seconds(p95Ms) },
    { labels: { quantile: '1' }, value: seconds(maxMs) },
  ]
  return { name, type: 'summary', unit: 'seconds', help, samples }
}

function taskFamilies(run: Run, summary: RunSummary): readonly MetricFamily[] {
  const { ideal, outcomes, unfinished } = summary
  const words = summaryEntries(summary)
  const idealLabels: Labels = ideal === null ? {} : { binding: ideal.binding, basis: ideal.basis }
  return [
    gauge('makespan_seconds', words.makespan.definition, 'seconds', alone(seconds(summary.makespanMs))),
    gauge(
      'preparation_seconds',
      'Time that it took to start threads and calibrate, before the first task was queued.',
      'seconds',
      alone(seconds(run.header.preparationMs)),
    ),
    gauge(
      'ideal_bound_seconds',
      'The least time that this work could take on this machine, by what sets it and what it rests on.',
      'seconds',
      alone(seconds(ideal?.ms ?? null), idealLabels),
    ),
    gauge(
      'makespan_to_ideal_bound_ratio',
      'Makespan / ideal bound, 1 or more.',
      'ratio',
      alone(summary.idealRatio),
    ),
    gauge('speed_up_ratio', words['speed-up'].definition, 'ratio', alone(summary.speedUp)),
    gauge('tasks_per_second', words.throughput.definition, undefined, alone(summary.throughputPerSecond)),
    gauge('tasks', 'Tasks by how they ended; unfinished: they had no end.', undefined, [
      ...Object.entries(outcomes).map(([outcome, value]) => ({ labels: { outcome }, value })),
      { labels: { outcome: 'unfinished' }, value: unfinished },
    ]),
    quantiles('queue_wait_seconds', words['queue-wait'].definition, summary.queueWait),
    quantiles('run_time_seconds', words['run-time'].definition, summary.runTime),
  ]
}

function hardwareFamilies(run: Run, summary: RunSummary): readonly MetricFamily[] {
  const words = summaryEntries(summary)
  const details = detailEntries(summary)
  const byCore = (values: readonly (number | null)[]): readonly Sample[] =>
    values.map((value, core) => ({ labels: { core: String(core) }, value }))
  const sums = slotSums(run)
  const bySlot = (valueOf: (sum: (typeof sums)[number]) => number): readonly Sample[] =>
    sums.map((sum) => ({ labels: { slot: sum.slot.name, executor: sum.slot.executor }, value: valueOf(sum) }))
  return [
    gauge('cores_busy_ratio', words['cores-busy'].definition, 'ratio', alone(summary.coresBusy)),
    gauge(
      'core_busy_mean_ratio',
      'Busy share of each core, weighted by time.',
      'ratio',
      byCore(summary.coreMean),
    ),
    gauge(
      'core_busy_peak_ratio',
      'Highest busy share of each core in one sample.',
      'ratio',
      byCore(summary.corePeak),
    ),
    gauge(
      'process_memory_peak_bytes',
      words['peak-memory'].definition,
      'bytes',
      alone(summary.peakProcessMemoryBytes),
    ),
    gauge(
      'system_memory_peak_bytes',
      words['peak-system-memory'].definition,
      'bytes',
      alone(summary.peakSystemMemoryBytes),
    ),
    gauge(
      'slot_tasks',
      'Tasks that were started on each slot.',
      undefined,
      bySlot(({ tasks }) => tasks),
    ),
    gauge(
      'slot_busy_seconds',
      'Time in which a task had the slot; of an event loop, in which one ran there.',
      'seconds',
      bySlot(({ busyNs }) => busyNs / 1e9),
    ),
    gauge(
      'loop_blocked_seconds',
      details['loop-blocked'].definition,
      'seconds',
      alone(seconds(summary.loopBlockedMs)),
    ),
    gauge('ready_ratio', details.ready.definition, 'ratio', alone(summary.readyShare)),
    gauge('migrations', details.migrations.definition, undefined, alone(summary.migrations)),
  ]
}

function garbageFamilies({ garbage }: RunSummary): readonly MetricFamily[] {
  if (garbage === null) return []
  const { count, majorCount, totalMs } = garbage
  return [
    gauge(
      'garbage_collections',
      'Collections of garbage in the threads that run tasks; major: of the whole heap.',
      undefined,
      [
        { labels: { generation: 'minor' }, value: count - majorCount },
        { labels: { generation: 'major' }, value: majorCount },
      ],
    ),
    gauge(
      'garbage_collection_seconds',
      'Time that these threads spent on collecting garbage.',
      'seconds',
      alone(seconds(totalMs)),
    ),
  ]
}

function measurementFamilies({ own, sampler, droppedEvents }: RunSummary): readonly MetricFamily[] {
  const { hz, samples, latenessP99Ms, ownCpuFraction } = sampler
  return [
    gauge('own_cpu_seconds', 'CPU time that Taskscope itself used while the run went on.', 'seconds', [
      { labels: { part: 'main-thread' }, value: seconds(own?.mainThreadMs ?? null) },
      { labels: { part: 'sampler' }, value: seconds(own?.samplerMs ?? null) },
      { labels: { part: 'window' }, value: seconds(own?.windowMs ?? null) },
    ]),
    gauge(
      'own_anatomy_cpu_seconds',
      'CPU time of the loop’s thread that telling its tasks apart took: part of what the tasks’ thread used.',
      'seconds',
      alone(seconds(own?.anatomyMs ?? null)),
    ),
    gauge(
      'own_core_ratio',
      'CPU time of Taskscope itself / time passed: 1 is one core.',
      'ratio',
      alone(own?.shareOfCore ?? null),
    ),
    gauge(
      'own_machine_ratio',
      'The same, shared among all cores of the machine.',
      'ratio',
      alone(own?.shareOfMachine ?? null),
    ),
    gauge('sample_rate_hertz', 'Samples that were asked for in a second.', 'hertz', alone(hz)),
    gauge('samples', 'Samples of cores and memory.', undefined, alone(samples)),
    gauge(
      'sample_lateness_p99_seconds',
      '99 of 100 samples were at most this late.',
      'seconds',
      alone(seconds(latenessP99Ms)),
    ),
    gauge(
      'sampler_core_ratio',
      'CPU time of the sampler’s thread / time passed.',
      'ratio',
      alone(ownCpuFraction),
    ),
    gauge(
      'dropped_records',
      'Task events and samples that were lost: more than 0, and the figures are incomplete.',
      undefined,
      alone(droppedEvents),
    ),
  ]
}

function accountFamilies(run: Run): readonly MetricFamily[] {
  const accounting = accountRun(run)
  if (accounting === null) return []
  const views: readonly (readonly [string, Account | null])[] = [
    ['wall', accounting.wall],
    ['slots', accounting.slots],
    ['cores', accounting.cores],
  ]
  const samples = views.flatMap(([view, account]) =>
    account === null
      ? []
      : accountEntries.map((entry) => ({ labels: { view, entry }, value: seconds(account.parts[entry]) })),
  )
  return [
    gauge(
      'account_seconds',
      'Where the time went: the entries of a view sum to its whole, the unexplained one with its sign. wall: preparation and makespan; slots: makespan × slots; cores: makespan × cores.',
      'seconds',
      samples,
    ),
  ]
}

/** The run's figures as families of metrics, in the order in which they are written. */
export function summaryFamilies(run: Run): readonly MetricFamily[] {
  const summary = summarize(run)
  const started = Date.parse(run.header.startedAt) / 1000
  return [
    gauge('run_started_seconds', 'When run time 0 was, in seconds since 1970.', 'seconds', alone(started)),
    ...taskFamilies(run, summary),
    ...hardwareFamilies(run, summary),
    ...garbageFamilies(summary),
    ...measurementFamilies(summary),
    ...accountFamilies(run),
  ]
}
