import { othersShares, ownCostShares } from '#shared/analysis/own-cost.ts'
import { durationFigure, figureText, fixedText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { texts } from '#shared/texts/texts.ts'
import { coresTrack } from './cores-track.ts'
import { intervalTrack } from './interval-track.ts'
import { memoryTrack } from './memory-track.ts'
import type { TimeScale } from './time-scale.ts'
import type { Track } from './track.ts'

const percentText = (share: number): string => figureText(percentFigure(share))
const durationText = (ms: number): string => figureText(durationFigure(ms))
/** So many cores, with one decimal. */
const coresText = (cores: number): string =>
  figureText({
    value: fixedText(cores, 1),
    unit: cores === 1 ? texts().reportTracks.cores.one : texts().reportTracks.cores.many,
  })

/** What the machine did, from the samples: cores, memory, other programs, loops, and what Taskscope itself cost. */
export function hardwareTracks(run: Run, summary: RunSummary, scale: TimeScale): Track[] {
  const { samples, header } = run
  if (samples.count === 0) return []
  const words = texts().reportTracks
  const lines = [
    intervalTrack(
      samples,
      {
        id: 'others',
        ...words.others,
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
        ...words.loopDelay,
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
        ...words.ownCost,
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
        ...words.systemMemory,
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
        ...words.ownMemory,
        column: samples.processMemoryBytes,
        look: 'memory-own',
        topBytes: null,
      },
      scale,
    ),
    ...lines,
  ]
}
