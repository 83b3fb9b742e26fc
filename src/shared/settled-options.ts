import type { AppSettings } from './model/app-settings.ts'
import type { RunOptions } from './model/run-options.ts'

/** The defaults of runs that the user has settled: they come after a preset's own wishes and what is chosen for a run. */
export function settledOptions({
  sampleHz,
  cpuWorkers,
  blockingThreads,
}: Pick<AppSettings, 'sampleHz' | 'cpuWorkers' | 'blockingThreads'>): Partial<RunOptions> {
  return {
    ...(sampleHz === null ? {} : { sampleHz }),
    ...(cpuWorkers === null ? {} : { cpuWorkers }),
    ...(blockingThreads === null ? {} : { blockingThreads }),
  }
}
