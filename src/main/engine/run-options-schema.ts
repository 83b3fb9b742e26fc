import { z } from 'zod'
import { policies, type RunOptions } from '#shared/model/run-options.ts'

const wholeNumber = (least: number, most: number) => z.int().min(least).max(most)

/** The bounds of every run option: the same for a preset file, the command line and the window. */
export const runOptionsShape = {
  cpuWorkers: wholeNumber(1, 256),
  blockingThreads: wholeNumber(1, 256),
  loopConcurrency: wholeNumber(1, 1_000_000),
  threadLimit: wholeNumber(1, 256),
  taskTimeoutMs: wholeNumber(1, 86_400_000).nullable(),
  memoryLimitMb: wholeNumber(16, 65_536),
  seed: wholeNumber(0, 4_294_967_295),
  policy: z.enum(policies),
  sampleHz: wholeNumber(1, 50),
} as const satisfies Record<keyof RunOptions, z.ZodType>

/** Any of the run options, each within its bounds, and nothing else. */
export const partialRunOptions = z.strictObject(runOptionsShape).partial()
