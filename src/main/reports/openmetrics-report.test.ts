import { describe, expect, test } from 'vitest'
import { accountRun } from '#shared/analysis/account-run.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { accountEntries } from '#shared/model/account.ts'
import type { Run } from '#shared/model/run.ts'
import { fakeBusyRun } from './fake-busy-run.ts'
import { exportedText } from './fake-facts.ts'
import { openmetricsReport } from './openmetrics-report.ts'
import {
  canReadOpenmetrics,
  readOpenmetrics,
  type ReadFamily,
  type ReadLabels,
} from './openmetrics/read-openmetrics.ts'
import { fakeTableRun } from './tables/fake-table-run.ts'

const canRead = canReadOpenmetrics()
if (!canRead) console.warn('Skipped: Prometheus’s Python package, which reads OpenMetrics, is not installed.')

const read = async (run: Run): Promise<readonly ReadFamily[]> =>
  readOpenmetrics(await exportedText(openmetricsReport, run))

/** The values of a family by one of its labels; by nothing where it has a single one. */
function valuesOf(
  families: readonly ReadFamily[],
  name: string,
  by?: keyof ReadLabels,
): Record<string, number> {
  const samples = families.find((family) => family.name === `taskscope_${name}`)?.samples ?? []
  return Object.fromEntries(
    samples.map(({ labels, value }) => [by === undefined ? '' : (labels[by] ?? ''), value]),
  )
}

describe.runIf(canRead)('read by Prometheus’s own package', () => {
  test('the values are those of the summary, in base units', async () => {
    const run = fakeBusyRun()
    const families = await read(run)
    const summary = summarize(run)
    const single = (name: string): number | undefined => valuesOf(families, name)['']
    const { own, garbage, sampler } = summary
    expect({
      makespan: single('makespan_seconds'),
      ideal: single('ideal_bound_seconds'),
      idealRatio: single('makespan_to_ideal_bound_ratio'),
      speedUp: single('speed_up_ratio'),
      throughput: single('tasks_per_second'),
      tasks: valuesOf(families, 'tasks', 'outcome'),
      queueWait: valuesOf(families, 'queue_wait_seconds', 'quantile'),
      cores: valuesOf(families, 'core_busy_mean_ratio', 'core'),
      allCores: single('cores_busy_ratio'),
      memory: single('process_memory_peak_bytes'),
      systemMemory: single('system_memory_peak_bytes'),
      blocked: single('loop_blocked_seconds'),
      garbage: valuesOf(families, 'garbage_collections', 'generation'),
      garbageTime: single('garbage_collection_seconds'),
      own: valuesOf(families, 'own_cpu_seconds', 'part'),
      dropped: single('dropped_records'),
      samples: single('samples'),
      lateness: single('sample_lateness_p99_seconds'),
      preparation: single('preparation_seconds'),
      started: single('run_started_seconds'),
      slots: valuesOf(families, 'slot_busy_seconds', 'slot'),
      slotTasks: valuesOf(families, 'slot_tasks', 'slot'),
    }).toEqual({
      makespan: (summary.makespanMs ?? NaN) / 1000,
      ideal: (summary.ideal?.ms ?? NaN) / 1000,
      idealRatio: summary.idealRatio,
      speedUp: summary.speedUp,
      throughput: summary.throughputPerSecond,
      tasks: { ...summary.outcomes, unfinished: summary.unfinished },
      queueWait: {
        '0.5': (summary.queueWait.p50Ms ?? NaN) / 1000,
        '0.95': (summary.queueWait.p95Ms ?? NaN) / 1000,
        '1': (summary.queueWait.maxMs ?? NaN) / 1000,
      },
      cores: Object.fromEntries(summary.coreMean.entries()),
      allCores: summary.coresBusy,
      memory: summary.peakProcessMemoryBytes,
      systemMemory: summary.peakSystemMemoryBytes,
      blocked: (summary.loopBlockedMs ?? NaN) / 1000,
      garbage: { minor: (garbage?.count ?? 0) - (garbage?.majorCount ?? 0), major: garbage?.majorCount },
      garbageTime: (garbage?.totalMs ?? NaN) / 1000,
      own: { 'main-thread': (own?.mainThreadMs ?? NaN) / 1000, sampler: (own?.samplerMs ?? NaN) / 1000 },
      dropped: summary.droppedEvents,
      samples: sampler.samples,
      lateness: (sampler.latenessP99Ms ?? NaN) / 1000,
      preparation: run.header.preparationMs / 1000,
      started: Date.parse(run.header.startedAt) / 1000,
      slots: { 'slot 0': 0.699, 'slot 1': 0.25, 'slot 2': 0.618 },
      slotTasks: { 'slot 0': 2, 'slot 1': 3, 'slot 2': 2 },
    })
  })

  test('the entries of an account are those of the run', async () => {
    const run = fakeBusyRun()
    const families = await read(run)
    const samples = families.find(({ name }) => name === 'taskscope_account_seconds')?.samples ?? []
    const accounting = accountRun(run)
    const parts = Object.fromEntries(
      samples.flatMap(({ labels, value }) =>
        labels.view === 'slots' ? [[labels.entry ?? '', value] as const] : [],
      ),
    )
    expect(parts).toEqual(
      Object.fromEntries(
        accountEntries.map((entry) => [entry, (accounting?.slots.parts[entry] ?? NaN) / 1000]),
      ),
    )
  })

  test('every value says whose it is, and its name says its unit', async () => {
    const families = await read(fakeBusyRun())
    const labels = families.flatMap(({ samples }) =>
      samples.map((sample) => [sample.labels.run, sample.labels.preset, sample.labels.strategy]),
    )
    expect(new Set(labels.map((all) => all.join()))).toEqual(new Set(['run,fake,hybrid']))
    expect(families.filter(({ name, unit }) => unit !== '' && !name.endsWith(`_${unit}`))).toEqual([])
    expect(families.filter(({ help }) => help === '')).toEqual([])
  })

  test('what is not known is left out, and no name breaks the text', async () => {
    const run = fakeTableRun()
    const preset = { ...run.header.preset, id: 'odd "id"\\\nwith everything' }
    const families = await read({ ...run, header: { ...run.header, preset } })
    expect(families[0]?.samples[0]?.labels.preset).toBe('odd "id"\\\nwith everything')

    const planned = fakeRun({ groups: [{}], tasks: [{}], sampledCores: 0 })
    planned.tasks.queuedMs.fill(NaN)
    const names = (await read(planned)).map(({ name }) => name)
    expect(
      ['taskscope_makespan_seconds', 'taskscope_cores_busy_ratio'].filter((name) => names.includes(name)),
    ).toEqual([])
  })
})

test('the text ends as it must', async () => {
  expect(await exportedText(openmetricsReport, fakeBusyRun())).toMatch(/\n# EOF\n$/)
})
