import type { RunOptions } from '#shared/model/run-options.ts'

/** Every option of every command, as `parseArgs` of Node takes them. */
export const flags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  strategy: { type: 'string' },
  cpu: { type: 'string' },
  blocking: { type: 'string' },
  'loop-concurrency': { type: 'string' },
  threads: { type: 'string' },
  timeout: { type: 'string' },
  'memory-limit': { type: 'string' },
  policy: { type: 'string' },
  seed: { type: 'string' },
  'sample-hz': { type: 'string' },
  detail: { type: 'string' },
  'blocked-loop': { type: 'string' },
  json: { type: 'string' },
  html: { type: 'string' },
  csv: { type: 'string' },
  'iterations-per-ms': { type: 'string' },
  quiet: { type: 'boolean' },
  pairs: { type: 'string' },
  same: { type: 'boolean' },
  vary: { type: 'string' },
  strategies: { type: 'string' },
  variant: { type: 'string', multiple: true },
  baseline: { type: 'string' },
  repeats: { type: 'string' },
  'warm-ups': { type: 'string' },
  pause: { type: 'string' },
  param: { type: 'string' },
  'fail-if': { type: 'string', multiple: true },
  out: { type: 'string' },
  formats: { type: 'string' },
  private: { type: 'boolean' },
  'no-save': { type: 'boolean' },
  sort: { type: 'string' },
  limit: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  title: { type: 'string' },
  tag: { type: 'string', multiple: true },
  untag: { type: 'string', multiple: true },
  note: { type: 'string' },
} as const
export type Flag = keyof typeof flags

/** Flags whose value is a number among the options of a run. */
export const numberFlags = {
  cpu: 'cpuWorkers',
  blocking: 'blockingThreads',
  'loop-concurrency': 'loopConcurrency',
  threads: 'threadLimit',
  timeout: 'taskTimeoutMs',
  'memory-limit': 'memoryLimitMb',
  seed: 'seed',
  'sample-hz': 'sampleHz',
  'blocked-loop': 'blockedLoopMs',
} as const satisfies Partial<Record<Flag, keyof RunOptions>>
export type NumberFlag = keyof typeof numberFlags

/** What `--detail`, say, is called is what the option is called. */
export const wordFlags = ['policy', 'detail'] as const
export type OptionFlag = NumberFlag | (typeof wordFlags)[number]

/** The options of a run. */
export const optionFlags: readonly OptionFlag[] = [
  'cpu',
  'blocking',
  'loop-concurrency',
  'threads',
  'timeout',
  'memory-limit',
  'policy',
  'seed',
  'sample-hz',
  'detail',
  'blocked-loop',
] as const

/** Numbers that are no options of a run. */
const otherNumberFlags: readonly Flag[] = [
  'pairs',
  'repeats',
  'warm-ups',
  'pause',
  'iterations-per-ms',
  'limit',
]

export function takesNumber(name: string): boolean {
  return name in numberFlags || otherNumberFlags.some((flag) => flag === name)
}
