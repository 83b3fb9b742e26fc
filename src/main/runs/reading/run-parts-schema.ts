import { z } from 'zod'
import type { Environment } from '#shared/model/environment.ts'
import type { Measurement } from '#shared/model/measurement.ts'
import type { Plan, PlannedGroup } from '#shared/model/plan.ts'
import type { TaskGroup } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { SampleShape } from '#shared/model/sample.ts'
import type { Slot } from '#shared/model/slot.ts'
import { executorIds, strategyIds } from '#shared/model/strategy.ts'
import { taskKinds } from '#shared/model/task.ts'
import { workloadIds } from '#shared/model/workload.ts'
import { partialRunOptions } from '../../engine/run-options-schema.ts'

// What run.json and the JSON report have in common. Fields that are not known are passed over, everywhere.

/** As many as the engine takes. */
export const mostTasks = 1_000_000

/** Shown in terminals, too: what could command one is no text. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}*$/u, 'text without control characters')
export const amount = z.number().min(0).max(1e15)
/** A time of the run, or a difference of two. */
export const moment = z.number().min(-1e15).max(1e15)
export const count = (most: number) => z.int().min(0).max(most)
export const manyTimes = count(Number.MAX_SAFE_INTEGER)
const word = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, 'a name of at most 40 letters and digits')

export const runId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'a run’s name: letters, digits and hyphens, at most 64')

export const startedAt = z.iso.datetime({ message: 'a time such as 2026-01-31T12:00:00.000Z' })

export const strategy = z.enum(strategyIds)

/** What broke a run. */
export const brokenMessage = z.string().max(10_000)

export const environment: z.ZodType<Environment> = z.object({
  cpuModel: text(200),
  cores: z.int().min(1).max(32_768),
  physicalCores: count(32_768).nullable(),
  performanceCores: count(32_768).nullable(),
  efficiencyCores: count(32_768).nullable(),
  cpuQuota: amount.nullable(),
  memoryTotalBytes: amount,
  operatingSystem: text(200),
  architecture: text(40),
  runtime: z.record(word, text(100)),
  loadBeforeStart: amount.nullable(),
  power: z.enum(['mains', 'battery', 'unknown']),
  // Left out of what is given to others, and by earlier versions.
  hostName: text(300).exactOptional(),
  userName: text(300).exactOptional(),
})

export const measurement: z.ZodType<Measurement> = z.object({
  taskCpu: z.enum(['schedstat', 'thread-cpu-usage', 'none']),
  loop: z.enum(['async-hooks', 'none']),
  coreTimes: z.enum(['proc-stat', 'os-cpus', 'simulated', 'none']),
  coreTickMs: amount,
  slotThreads: z.enum(['proc-task', 'none']),
  frequency: z.enum(['cpufreq', 'none']),
  temperature: z.enum(['thermal-zone', 'none']),
})

/** All of them, as the run had them. */
export const options: z.ZodType<RunOptions> = z.object(partialRunOptions.required().shape)

/** Those that a preset wants. */
export const wantedOptions = z.object(partialRunOptions.shape)

export const presetFacts = { id: text(64), title: text(80), summary: text(500) } as const

const groupFacts = {
  name: text(80),
  kind: z.enum(taskKinds),
  workload: z.enum(workloadIds),
  count: z.int().min(1).max(mostTasks),
  parameters: z.record(word, z.union([z.number(), text(2_000)])),
  priority: z.int().min(-1_000_000).max(1_000_000),
  timeoutMs: amount.nullable(),
  cancelAfterMs: amount.nullable(),
} as const

const mostGroups = 65_536

export const presetGroups: z.ZodType<readonly TaskGroup[]> = z.array(z.object(groupFacts)).max(mostGroups)

const plannedGroup: z.ZodType<PlannedGroup> = z
  .object({
    ...groupFacts,
    firstTask: count(mostTasks),
    estimateMs: amount.nullable(),
    calibrated: z.boolean(),
  })
  .refine(
    ({ calibrated, parameters: { targetMs, iterations } }) =>
      !calibrated || (Number(targetMs) > 0 && Number(iterations) > 0),
    { message: 'targetMs and iterations above 0, for the work is calibrated', path: ['parameters'] },
  )

export const plan: z.ZodType<Plan> = z.object({
  seed: count(4_294_967_295),
  taskCount: count(mostTasks),
  groups: z.array(plannedGroup).max(mostGroups),
})

const slot: z.ZodType<Slot> = z.object({
  index: count(32_767),
  executor: z.enum(executorIds),
  name: text(80),
  isShared: z.boolean(),
})

export const slots: z.ZodType<readonly Slot[]> = z.array(slot).max(32_768)

export const sampleShape: z.ZodType<SampleShape> = z.object({ cores: count(32_768), slots: count(32_768) })
