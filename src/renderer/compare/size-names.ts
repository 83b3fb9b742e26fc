import type { VariantSize } from '../state/comparison-choices.ts'

/** Sizes as the command line calls them: short enough to stand beside a strategy's name. */
export const sizeNames: Readonly<Record<VariantSize, string>> = {
  cpuWorkers: 'cpu',
  blockingThreads: 'blocking',
  loopConcurrency: 'loop',
  threadLimit: 'threads',
}
