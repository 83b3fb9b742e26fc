import type { Finding } from '../../model/finding.ts'
import { texts } from '../../texts/texts.ts'
import { percentile, sortedNumbers } from '../percentile.ts'
import { beginOf, overlapMs } from '../sampled-time.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { timeText } from './wording.ts'

/** Lateness of the latest samples (p99), as a share of the interval. */
const mostLateShare = 0.5
/** An interval so many times the planned one is a gap: samples are missing there. */
const gapIntervals = 2
/** A single gap in a long run is no overload. */
const leastGapShare = 0.05
/** A sample or two say nothing about the rest. */
const fewestSamples = 5

/** The sampler could not keep its pace: what it shows is coarser than it was asked to be. */
export function samplerOverloaded(facts: RunFacts): Finding | null {
  const { run, extent } = facts
  const { samples, header } = run
  const plannedMs = 1000 / header.options.sampleHz
  const lateness: number[] = []
  let gaps = 0
  let longestMs = 0
  let fromMs = Infinity
  let toMs = -Infinity
  for (let row = 0; row < samples.count; row++) {
    if (overlapMs(samples, row, extent) === 0) continue
    const latenessMs = samples.latenessMs[row] as number
    const tookMs = (samples.atMs[row] as number) - beginOf(samples, row)
    lateness.push(latenessMs)
    longestMs = Math.max(longestMs, tookMs)
    if (tookMs >= plannedMs * gapIntervals) gaps++
    if (latenessMs <= plannedMs * mostLateShare && tookMs < plannedMs * gapIntervals) continue
    fromMs = Math.min(fromMs, beginOf(samples, row))
    toMs = samples.atMs[row] as number
  }
  const p99Ms = percentile(sortedNumbers(lateness), 0.99)
  if (lateness.length < fewestSamples || p99Ms === null || !(fromMs < toMs)) return null
  if (p99Ms <= plannedMs * mostLateShare && gaps < lateness.length * leastGapShare) return null
  const words = texts().machineFindings['sampler-overloaded']
  return {
    id: 'sampler-overloaded',
    severity: 'note',
    sentence: words.said(timeText(plannedMs), timeText(p99Ms), gaps, timeText(longestMs)),
    advice: words.advice,
    evidence: evidenceOf(facts, { fromMs, toMs }),
  }
}
