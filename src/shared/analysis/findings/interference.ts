import type { Finding } from '../../model/finding.ts'
import { texts } from '../../texts/texts.ts'
import { othersShares } from '../own-cost.ts'
import { overlapMs } from '../sampled-time.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { amountText, coresText, shareText } from './wording.ts'

/** Other programs used so much of the machine. */
const leastShare = 0.1
const seriousShare = 0.25

interface Others {
  /** Cores in use by others, on average over the run. */
  readonly mean: number
  readonly fromMs: number
  readonly toMs: number
}

function othersIn({ run, extent }: RunFacts): Others {
  const { samples, header } = run
  const shares = othersShares(run)
  let sum = 0
  let time = 0
  let fromMs = Infinity
  let toMs = -Infinity
  for (let row = 0; row < samples.count; row++) {
    const withinMs = overlapMs(samples, row, extent)
    const cores = shares[row] as number
    if (withinMs === 0 || Number.isNaN(cores)) continue
    sum += cores * withinMs
    time += withinMs
    if (cores < header.environment.cores * leastShare) continue
    fromMs = Math.min(fromMs, (samples.atMs[row] as number) - withinMs)
    toMs = samples.atMs[row] as number
  }
  return { mean: time > 0 ? sum / time : NaN, fromMs, toMs }
}

/** Other programs, or a container’s quota, took cores from the run. */
export function interference(facts: RunFacts): Finding | null {
  const { run } = facts
  const { tasks } = run
  const { cores, cpuQuota } = run.header.environment
  const others = othersIn(facts)
  const words = texts().machineFindings.interference
  const share = others.mean / cores
  if (share >= leastShare) {
    return {
      id: 'interference',
      severity: share >= seriousShare ? 'problem' : 'advice',
      sentence: words.others(amountText(others.mean), coresText(cores), shareText(share)),
      advice: words.closeOthers,
      evidence: evidenceOf(facts, {
        fromMs: others.fromMs,
        toMs: others.toMs,
        tasks: worstOf(tasks.count, (task) => tasks.readyMs[task] as number),
      }),
    }
  }
  if (cpuQuota === null || cpuQuota >= cores) return null
  return {
    id: 'interference',
    severity: 'note',
    sentence: words.quota(amountText(cpuQuota), cpuQuota === 1, amountText(cores)),
    advice: facts.executors.some(({ executor }) => executor === 'cpu' || executor === 'processes')
      ? words.fewerWorkers(Math.max(1, Math.floor(cpuQuota)))
      : words.makeDo,
    evidence: evidenceOf(facts, {}),
  }
}
