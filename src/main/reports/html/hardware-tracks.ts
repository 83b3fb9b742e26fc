import { othersShares, ownCostShares } from '#shared/analysis/own-cost.ts'
import { durationFigure, figureText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { coresTrack } from './cores-track.ts'
import { intervalTrack } from './interval-track.ts'
import { memoryTrack } from './memory-track.ts'
import type { TimeScale } from './time-scale.ts'
import type { Track } from './track.ts'

const percentText = (share: number): string => figureText(percentFigure(share))
const durationText = (ms: number): string => figureText(durationFigure(ms))
/** So many cores, with one decimal. */
const coresText = (cores: number): string =>
  figureText({ value: cores.toFixed(1), unit: cores === 1 ? 'core' : 'cores' })

/** What the machine did, from the samples: cores, memory, other programs, loops, and what Taskscope itself cost. */
export function hardwareTracks(run: Run, summary: RunSummary, scale: TimeScale): Track[] {
  const { samples, header } = run
  if (samples.count === 0) return []
  const lines = [
    intervalTrack(
      samples,
      {
        id: 'others',
        name: 'other programs',
        title: 'Cores that other programs kept busy',
        values: othersShares(run),
        look: 'others',
        leastTop: header.environment.cores,
        text: coresText,
      },
      scale,
    ),
    intervalTrack(
      samples,
      {
        id: 'loop-delay',
        name: 'loop delay',
        title: 'How late the loop that tasks share was, at worst,',
        values: samples.taskLoopDelayMs,
        look: 'queue',
        leastTop: header.options.blockedLoopMs,
        text: durationText,
      },
      scale,
    ),
    intervalTrack(
      samples,
      {
        id: 'own-cost',
        name: 'own cost',
        title: 'CPU time of Taskscope itself (main thread, sampler, window) as a share of one core',
        values: ownCostShares(samples),
        look: 'memory-own',
        leastTop: 0.1,
        text: percentText,
      },
      scale,
    ),
  ].filter((track) => track !== null)
  return [
    coresTrack(run, summary, scale),
    memoryTrack(
      samples,
      {
        id: 'system-memory',
        name: 'system used',
        title: 'Memory in use on the whole machine',
        column: samples.memoryUsedBytes,
        look: 'memory',
        topBytes: header.environment.memoryTotalBytes,
      },
      scale,
    ),
    memoryTrack(
      samples,
      {
        id: 'own-memory',
        name: 'Taskscope',
        title: 'Resident memory of the process that runs the tasks, and of its child processes,',
        column: samples.processMemoryBytes,
        look: 'memory-own',
        topBytes: null,
      },
      scale,
    ),
    ...lines,
  ]
}
