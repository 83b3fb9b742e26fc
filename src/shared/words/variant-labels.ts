import type { RunOptions } from '../model/run-options.ts'
import type { StrategyId } from '../model/strategy.ts'

/** What a variant is told apart by. */
export interface LabelledVariant {
  readonly strategy: StrategyId
  /** Only what was chosen for it. */
  readonly options: Partial<RunOptions>
}

/** Options as they are named on the command line. */
const optionNames = {
  cpuWorkers: 'cpu',
  blockingThreads: 'blocking',
  loopConcurrency: 'loop',
  threadLimit: 'threads',
  taskTimeoutMs: 'timeout',
  memoryLimitMb: 'memory-limit',
  seed: 'seed',
  policy: 'policy',
  sampleHz: 'sample-hz',
  detail: 'detail',
  blockedLoopMs: 'blocked-loop',
} as const satisfies Record<keyof RunOptions, string>

const optionKeys = Object.keys(optionNames) as readonly (keyof RunOptions)[]

/** Labels that are all different: the second of the same gets a number, "hybrid 2". */
export function distinctLabels(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  return labels.map((label) => {
    let free = label
    for (let number = 2; taken.has(free); number++) free = `${label} ${number}`
    taken.add(free)
    return free
  })
}

/** A label for each variant, such as "hybrid" or "hybrid cpu=4": its strategy and the options in which the variants differ. */
export function variantLabels(variants: readonly LabelledVariant[]): string[] {
  const differing = optionKeys.filter((key) => new Set(variants.map(({ options }) => options[key])).size > 1)
  return distinctLabels(
    variants.map(({ strategy, options }) => {
      const said = differing.filter((key) => options[key] !== undefined)
      return [strategy, ...said.map((key) => `${optionNames[key]}=${options[key] ?? 'none'}`)].join(' ')
    }),
  )
}
