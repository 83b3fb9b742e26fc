import { othersShares } from '#shared/analysis/own-cost.ts'
import { runExtent } from '#shared/analysis/run-extent.ts'
import { beginOf, sumWithin } from '#shared/analysis/sampled-time.ts'
import { countText, durationFigure, figureText, fixedText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { OwnCost, RunSummary } from '#shared/model/summary.ts'
import type { Fact } from '#shared/words/environment-facts.ts'
import { texts } from '#shared/texts/texts.ts'

const time = (ms: number | null): string => figureText(durationFigure(ms))
const percent = (share: number | null): string => figureText(percentFigure(share))

function ownCostText(cost: OwnCost | null): string {
  const words = texts().reportTables.measurement
  if (cost === null) return words.notKnown
  const { mainThreadMs, samplerMs, windowMs, shareOfCore, shareOfMachine, anatomyMs } = cost
  return words.ownCost({
    core: percent(shareOfCore),
    machine: percent(shareOfMachine),
    mainThread: time(mainThreadMs),
    sampler: time(samplerMs),
    window: windowMs === null ? null : time(windowMs),
    anatomy: anatomyMs === null ? null : time(anatomyMs),
  })
}

/** Mean over the run. */
function othersText(run: Run): string {
  const extent = runExtent(run)
  const words = texts().reportTables.measurement
  if (extent === null) return words.notKnown
  const shares = othersShares(run)
  const { samples } = run
  const { usedMs, knownMs } = sumWithin(
    samples,
    extent,
    (row) => (shares[row] as number) * ((samples.atMs[row] as number) - beginOf(samples, row)),
  )
  return knownMs > 0 ? words.others(fixedText(usedMs / knownMs, 2)) : words.notKnown
}

function samplerText({ samples, header }: Run, { sampler }: RunSummary): string {
  if (header.options.sampleHz === 0) return texts().reportTables.measurement.switchedOff
  const longestMs = samples.intervalMs.subarray(0, samples.count).reduce((most, ms) => Math.max(most, ms), 0)
  return texts().reportTables.measurement.sampler(
    countText(sampler.samples),
    sampler.hz,
    time(sampler.latenessP99Ms),
    time(longestMs),
  )
}

/** How well the run was observed, at what cost, and where its numbers came from. */
export function measurementFacts(run: Run, summary: RunSummary): readonly Fact[] {
  const { measurement } = run.header
  const { names, sources, leftOut, inSteps } = texts().reportTables.measurement
  const source = (name: keyof typeof sources): string => sources[name][measurement[name]] ?? measurement[name]
  const cores = source('coreTimes')
  const slices = countText(run.slices.count)
  return [
    [names.sampler, samplerText(run, summary)],
    [names.ownCost, ownCostText(summary.own)],
    [names.others, othersText(run)],
    [names.lost, countText(run.droppedEvents)],
    [names.slices, run.slices.leftOut > 0 ? leftOut(slices, countText(run.slices.leftOut)) : slices],
    [names.taskCpu, source('taskCpu')],
    [names.loop, source('loop')],
    [
      names.coreTimes,
      measurement.coreTimes === 'none' ? cores : inSteps(cores, time(measurement.coreTickMs)),
    ],
    [names.slotThreads, source('slotThreads')],
    [names.frequency, source('frequency')],
    [names.temperature, source('temperature')],
  ]
}
