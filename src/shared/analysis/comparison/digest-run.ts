import type { Account, Accounting } from '../../model/account.ts'
import { withoutNames } from '../without-private.ts'
import type { RunDigest } from '../../model/run-digest.ts'
import type { Run } from '../../model/run.ts'
import type { Milliseconds } from '../../model/units.ts'
import { noParts } from '../account-parts.ts'
import { accountRun } from '../account-run.ts'
import { isTiny } from '../account-tiny.ts'
import { othersShares } from '../own-cost.ts'
import { runExtent } from '../run-extent.ts'
import { beginOf, sumWithin } from '../sampled-time.ts'
import { summarize } from '../summary.ts'
import { toldFindings } from './told-findings.ts'
import { hashFixedResults, hashResults, hashTargets, hashWork, iterationsPerMs } from './work-hash.ts'

/**
 * CPU time of the run's tasks, as far as it is known: on a loop, that of their own stretches. Of a computing task too short to be read
 * by itself the run time stands for it, as in the ideal bound. Null where nobody read any.
 */
function tasksCpuMs(run: Run): Milliseconds | null {
  const { tasks, header } = run
  if (header.measurement.taskCpu === 'none') return null
  let sumMs = 0
  let known = 0
  for (let task = 0; task < tasks.count; task++) {
    const onCpuMs = tasks.onCpuMs[task] as number
    const isComputing = header.plan.groups[tasks.group[task] as number]?.kind === 'cpu'
    if (!Number.isNaN(onCpuMs)) sumMs += onCpuMs
    else if (isComputing && isTiny(run, task))
      sumMs += (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
    else continue
    known++
  }
  return known > 0 ? sumMs : null
}

/** How many cores other programs kept busy while the tasks were in hand, each sample weighted by its time; null where no sample tells. */
function othersCores(run: Run): number | null {
  const extent = runExtent(run)
  if (extent === null) return null
  const { samples } = run
  const shares = othersShares(run)
  const { usedMs, knownMs } = sumWithin(
    samples,
    extent,
    (row) => (shares[row] as number) * ((samples.atMs[row] as number) - beginOf(samples, row)),
  )
  return knownMs > 0 ? usedMs / knownMs : null
}

/** Of a run of which nothing finished: there was no time to account for. */
function emptyAccounting(): Accounting {
  const nothing = (): Account => ({ totalMs: 0, parts: noParts() })
  return { wall: nothing(), slots: nothing(), executors: [], cores: null }
}

/**
 * What a comparison keeps of a run. Plain values: the digest is the same after a structured clone, and after a way through JSON. Works
 * on a run that was cancelled or broken off, too; where nothing finished, all of `accounting` is zero.
 */
export function digestRun(run: Run): RunDigest {
  const { header, tasks, phase } = run
  return {
    id: header.id,
    startedAt: header.startedAt,
    presetId: header.preset.id,
    presetTitle: header.preset.title,
    strategy: header.strategy,
    options: header.options,
    taskCount: tasks.count,
    ending: phase.kind,
    environment: withoutNames(header.environment),
    work: hashWork(header.plan),
    targets: hashTargets(header.plan),
    iterationsPerMs: iterationsPerMs(header.plan),
    fixedChecksum: hashFixedResults(run),
    checksum: hashResults(run),
    summary: summarize(run),
    cpuMs: tasksCpuMs(run),
    othersCores: othersCores(run),
    accounting: accountRun(run) ?? emptyAccounting(),
    findings: toldFindings(run),
  }
}
