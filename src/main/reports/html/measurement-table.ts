import { othersShares } from '#shared/analysis/own-cost.ts'
import { runExtent } from '#shared/analysis/run-extent.ts'
import { beginOf, sumWithin } from '#shared/analysis/sampled-time.ts'
import { countText, durationFigure, figureText, percentFigure } from '#shared/format.ts'
import type { Measurement } from '#shared/model/measurement.ts'
import type { Run } from '#shared/model/run.ts'
import type { OwnCost, RunSummary } from '#shared/model/summary.ts'
import type { Fact } from '#shared/words/environment-facts.ts'

const time = (ms: number | null): string => figureText(durationFigure(ms))
const percent = (share: number | null): string => figureText(percentFigure(share))

function ownCostText(cost: OwnCost | null): string {
  if (cost === null) return 'not known'
  const { mainThreadMs, samplerMs, windowMs, shareOfCore, shareOfMachine, anatomyMs } = cost
  const window = windowMs === null ? '' : `, window ${time(windowMs)}`
  const anatomy =
    anatomyMs === null ? '' : `; besides, ${time(anatomyMs)} of the loop’s thread to tell its tasks apart`
  return `${percent(shareOfCore)} of one core, ${percent(shareOfMachine)} of the machine: main thread ${time(mainThreadMs)}, sampler ${time(samplerMs)}${window}${anatomy}`
}

/** Mean over the run. */
function othersText(run: Run): string {
  const extent = runExtent(run)
  if (extent === null) return 'not known'
  const shares = othersShares(run)
  const { samples } = run
  const { usedMs, knownMs } = sumWithin(
    samples,
    extent,
    (row) => (shares[row] as number) * ((samples.atMs[row] as number) - beginOf(samples, row)),
  )
  return knownMs > 0 ? `${(usedMs / knownMs).toFixed(2)} cores busy, on average` : 'not known'
}

function samplerText({ samples, header }: Run, { sampler }: RunSummary): string {
  if (header.options.sampleHz === 0) return 'switched off'
  const longestMs = samples.intervalMs.subarray(0, samples.count).reduce((most, ms) => Math.max(most, ms), 0)
  return `${countText(sampler.samples)} samples at ${sampler.hz}\u202fHz; 99 of 100 were late by ${time(sampler.latenessP99Ms)} or less; the longest interval was ${time(longestMs)}`
}

const sources: Readonly<Record<Exclude<keyof Measurement, 'coreTickMs'>, Readonly<Record<string, string>>>> =
  {
    taskCpu: {
      schedstat: 'schedstat of the thread: nanoseconds on CPU, and ready without a core',
      'thread-cpu-usage': 'Node: CPU time in microseconds; ready is not known',
      none: 'not measured',
    },
    loop: { 'async-hooks': 'async_hooks in the loop’s thread', none: 'not told apart' },
    coreTimes: { 'proc-stat': '/proc/stat', 'os-cpus': 'os.cpus()', none: 'not measured' },
    slotThreads: { 'proc-task': 'schedstat and stat of each thread, read from outside', none: 'not known' },
    frequency: { cpufreq: 'cpufreq, once a second', none: 'not reported by this machine' },
    temperature: { 'thermal-zone': 'thermal zones, once a second', none: 'not reported by this machine' },
  }

/** How well the run was observed, at what cost, and where its numbers came from. */
export function measurementFacts(run: Run, summary: RunSummary): readonly Fact[] {
  const { measurement } = run.header
  const source = (name: keyof typeof sources): string => sources[name][measurement[name]] ?? measurement[name]
  const tick = measurement.coreTimes === 'none' ? '' : `, in steps of ${time(measurement.coreTickMs)}`
  return [
    ['sampler', samplerText(run, summary)],
    ['own cost', ownCostText(summary.own)],
    ['other programs', othersText(run)],
    ['lost records', countText(run.droppedEvents)],
    [
      'slices',
      `${countText(run.slices.count)}${run.slices.leftOut > 0 ? `, and ${countText(run.slices.leftOut)} left out` : ''}`,
    ],
    ['CPU time of tasks', source('taskCpu')],
    ['tasks on a loop', source('loop')],
    ['load of cores', `${source('coreTimes')}${tick}`],
    ['threads of slots', source('slotThreads')],
    ['frequency', source('frequency')],
    ['temperature', source('temperature')],
  ]
}
