import { z } from 'zod'
import type { JsonSummary } from '#shared/model/json-report.ts'
import { count, manyTimes } from './run-parts-schema.ts'

// Derived figures, worked out from the columns when they were written: any finite number is one.
const figure = z.number()
const perhaps = figure.nullable()
const durations = z.object({ p50Ms: perhaps, p95Ms: perhaps, maxMs: perhaps })
const tasks = count(1_000_000)

/** `summary` of `run.json`, as the JSON report has it. */
export const summary: z.ZodType<JsonSummary> = z.object({
  makespanMs: perhaps,
  idealBoundMs: perhaps,
  idealBinding: z.enum(['cores', 'longest-task']).nullable(),
  idealBasis: z.enum(['thread-cpu', 'run-time']).nullable(),
  idealRatio: perhaps,
  tasks: z.object({ succeeded: tasks, failed: tasks, cancelled: tasks, timedOut: tasks, unfinished: tasks }),
  queueWait: durations,
  runTime: durations,
  throughputPerSecond: perhaps,
  speedUp: perhaps,
  coreMean: z.array(perhaps).max(32_768),
  corePeak: z.array(perhaps).max(32_768),
  coresBusy: perhaps,
  peakProcessMemoryBytes: perhaps,
  peakSystemMemoryBytes: perhaps,
  loopBlockedMs: perhaps,
  readyShare: perhaps,
  migrations: perhaps,
  garbage: z.object({ count: manyTimes, majorCount: manyTimes, totalMs: figure }).nullable(),
  own: z
    .object({
      mainThreadMs: figure,
      samplerMs: figure,
      windowMs: perhaps,
      totalMs: figure,
      anatomyMs: perhaps,
      passedMs: figure,
      shareOfCore: figure,
      shareOfMachine: figure,
    })
    .nullable(),
  // Earlier versions did not look.
  asleepMs: perhaps.default(null),
  throttles: perhaps.default(null),
  droppedEvents: manyTimes,
  sampler: z.object({ hz: figure, samples: manyTimes, latenessP99Ms: perhaps, ownCpuFraction: perhaps }),
})
