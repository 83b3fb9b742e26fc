import { z } from 'zod'
import type { Environment } from '#shared/model/environment.ts'
import type { Measurement } from '#shared/model/measurement.ts'
import type { PlannedGroup } from '#shared/model/plan.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Slot } from '#shared/model/slot.ts'
import { executorIds, strategyIds } from '#shared/model/strategy.ts'
import { taskKinds } from '#shared/model/task.ts'
import { workloadIds } from '#shared/model/workload.ts'
import { partialRunOptions } from '../../engine/run-options-schema.ts'

/** Shown in terminals, too: what could command one is no text. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}*$/u, 'text without control characters')
const amount = z.number().min(0).max(1e15)
const count = (most: number) => z.int().min(0).max(most)
const word = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, 'a name of at most 40 letters and digits')

const environment: z.ZodType<Environment> = z.object({
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
})

const measurement: z.ZodType<Measurement> = z.object({
  taskCpu: z.enum(['schedstat', 'thread-cpu-usage', 'none']),
  loop: z.enum(['async-hooks', 'none']),
  coreTimes: z.enum(['proc-stat', 'os-cpus', 'none']),
  coreTickMs: amount,
  slotThreads: z.enum(['proc-task', 'none']),
  frequency: z.enum(['cpufreq', 'none']),
  temperature: z.enum(['thermal-zone', 'none']),
})

/** All of them, as the run had them. */
const options: z.ZodType<RunOptions> = z.object(partialRunOptions.required().shape)

const preset = z.object({
  id: text(64),
  title: text(80),
  summary: text(500),
  // Left out by earlier reports of this version.
  strategy: z.enum(strategyIds).optional(),
  options: z.object(partialRunOptions.shape).optional(),
}) satisfies z.ZodType<Omit<Preset, 'strategy' | 'options' | 'groups'>>

const group: z.ZodType<PlannedGroup> = z
  .object({
    name: text(80),
    kind: z.enum(taskKinds),
    workload: z.enum(workloadIds),
    count: z.int().min(1).max(1_000_000),
    parameters: z.record(word, z.union([z.number(), text(2_000)])),
    priority: z.int().min(-1_000_000).max(1_000_000),
    timeoutMs: amount.nullable(),
    cancelAfterMs: amount.nullable(),
    firstTask: count(1_000_000),
    estimateMs: amount.nullable(),
    calibrated: z.boolean(),
  })
  .refine(
    ({ calibrated, parameters: { targetMs, iterations } }) =>
      !calibrated || (Number(targetMs) > 0 && Number(iterations) > 0),
    { message: 'targetMs and iterations above 0, for the work is calibrated', path: ['parameters'] },
  )

const slot: z.ZodType<Slot> = z.object({
  index: count(32_767),
  executor: z.enum(executorIds),
  name: text(80),
  isShared: z.boolean(),
})

/** What a report says beside its lists, as far as a run is made of it. What it says beyond that is derived, and not looked at. */
export const reportHeader = z.object({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'a run’s name: letters, digits and hyphens, at most 64'),
  startedAt: z.iso.datetime({ message: 'a time such as 2026-01-31T12:00:00.000Z' }),
  ending: z.enum(['completed', 'cancelled', 'broken']),
  message: z.string().max(10_000).optional(),
  preset,
  strategy: z.enum(strategyIds),
  options,
  environment,
  measurement,
  preparationMs: z.number().min(-1e15).max(1e15),
  plan: z.object({
    seed: count(4_294_967_295),
    taskCount: count(1_000_000),
    groups: z.array(group).max(65_536),
  }),
  slots: z.array(slot).max(32_768),
  summary: z.object({ droppedEvents: count(Number.MAX_SAFE_INTEGER) }),
  slicesLeftOut: count(Number.MAX_SAFE_INTEGER),
  // Left out by earlier reports of this version.
  recordedUntilMs: z.number().min(-1e15).max(1e15).optional(),
  sampleShape: z.object({ cores: count(32_768), slots: count(32_768) }).optional(),
})
export type ReportHeader = z.infer<typeof reportHeader>
