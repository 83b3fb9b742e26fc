import { z } from 'zod'
import {
  details,
  policies,
  runOptionBounds,
  type NumberOption,
  type RunOptions,
} from '#shared/model/run-options.ts'

const wholeNumber = (name: NumberOption) =>
  z.int().min(runOptionBounds[name].min).max(runOptionBounds[name].max)

const runOptionsShape = {
  cpuWorkers: wholeNumber('cpuWorkers'),
  blockingThreads: wholeNumber('blockingThreads'),
  loopConcurrency: wholeNumber('loopConcurrency'),
  threadLimit: wholeNumber('threadLimit'),
  taskTimeoutMs: wholeNumber('taskTimeoutMs').nullable(),
  memoryLimitMb: wholeNumber('memoryLimitMb'),
  seed: wholeNumber('seed'),
  policy: z.enum(policies),
  sampleHz: wholeNumber('sampleHz'),
  detail: z.enum(details),
  blockedLoopMs: wholeNumber('blockedLoopMs'),
} as const satisfies Record<keyof RunOptions, z.ZodType>

/** Any of the run options, each within its bounds, and nothing else. */
export const partialRunOptions = z.strictObject(runOptionsShape).partial()

/** zod's `partial` allows a field that is there but undefined; our types do not. */
export function definedOptions(options: z.infer<typeof partialRunOptions>): Partial<RunOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
