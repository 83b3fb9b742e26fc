import { ipcMain } from 'electron'
import { z } from 'zod'
import {
  experimentFormats,
  requestNames,
  type ChosenOptions,
  type Requests,
  type SettingsChange,
} from '#shared/ipc.ts'
import { experimentBounds, experimentKinds } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import { reportFormats } from '#shared/model/report-format.ts'
import { labelBounds } from '#shared/model/saved-run.ts'
import { pairBounds } from '#shared/model/self-test.ts'
import { sweptSizes } from '#shared/model/scaling.ts'
import { strategyIds } from '#shared/model/strategy.ts'
import { acceptArgument, type IsTrusted } from './refused-request.ts'

const runId = z
  .string()
  .min(1)
  .max(100)
  .transform((id) => id as RunId)

const presetId = z.string().min(1).max(100)

// What is in here is for the user to read about: the engine checks it and answers in a sentence.
const options = z
  .record(z.string().max(100), z.unknown())
  .transform((chosen) => chosen as unknown as ChosenOptions)

const whole = ({ min, max }: { readonly min: number; readonly max: number }): z.ZodInt =>
  z.int().min(min).max(max)

const labels = z.strictObject({
  title: z.string().max(labelBounds.title),
  tags: z.array(z.string().min(1).max(labelBounds.tag)).max(labelBounds.tags),
  note: z.string().max(labelBounds.note),
})

/** What a comparison and a sweep are both told. */
const experiment = {
  presetId,
  repeats: whole(experimentBounds.repeats),
  warmUps: whole(experimentBounds.warmUps),
  pauseMs: z.number().min(experimentBounds.pauseMs.min).max(experimentBounds.pauseMs.max),
}

/** The shape of each request's argument. A request without one does not compile. */
const argumentSchemas = {
  readCatalog: z.null(),
  readSnapshot: z.null(),
  startRun: z.strictObject({
    presetId,
    strategy: z.enum(strategyIds),
    options,
  }),
  cancelRun: z.null(),
  startSelfTest: z.strictObject({ pairs: z.int().min(pairBounds.min).max(pairBounds.max) }),
  cancelSelfTest: z.null(),
  readSelfTest: z.null(),
  startComparison: z.strictObject({
    ...experiment,
    variants: z
      .array(z.strictObject({ strategy: z.enum(strategyIds), options }))
      .min(experimentBounds.variants.min)
      .max(experimentBounds.variants.max),
    baseline: z
      .int()
      .min(0)
      .max(experimentBounds.variants.max - 1)
      .nullable(),
  }),
  startSweep: z.strictObject({
    ...experiment,
    strategy: z.enum(strategyIds),
    options,
    size: z.enum(sweptSizes),
    values: z
      .array(z.number().positive())
      .min(experimentBounds.sizes.min)
      .max(experimentBounds.sizes.max)
      .nullable(),
  }),
  compareSaved: z.null(),
  cancelExperiment: z.null(),
  readComparison: z.null(),
  readScaling: z.null(),
  chooseBaseline: z.strictObject({ variant: z.int().min(0) }),
  readExperimentRun: z.strictObject({ runId }),
  openExperimentRun: z.strictObject({ runId }),
  exportExperiment: z.strictObject({ kind: z.enum(experimentKinds), format: z.enum(experimentFormats) }),
  startExport: z.strictObject({
    runId,
    formats: z
      .array(z.enum(reportFormats))
      .min(1)
      .max(reportFormats.length)
      .refine((formats) => new Set(formats).size === formats.length, 'each format once'),
    isPrivateShown: z.boolean(),
  }),
  cancelExport: z.null(),
  readExport: z.null(),
  revealExport: z.null(),
  readSaving: z.null(),
  saveElsewhere: z.null(),
  readLibrary: z.null(),
  openRun: z.strictObject({ runId }),
  labelRun: z.strictObject({ runId, labels }),
  deleteRuns: z.strictObject({ runIds: z.array(runId).min(1).max(100_000) }),
  revealRun: z.strictObject({ runId }),
  reuseRun: z.strictObject({ runId }),
  importRuns: z.null(),
  limitLibrary: z.strictObject({ limitBytes: z.int().min(0).nullable() }),
  openPreset: z.null(),
  readSettings: z.null(),
  // What can be set, and to what, is one schema for the file and the window: the handler checks it.
  changeSettings: z
    .record(z.string().max(100), z.unknown())
    .transform((change) => change as unknown as SettingsChange),
  chooseRunsFolder: z.null(),
  resetRunsFolder: z.null(),
  revealSettings: z.null(),
  readRecent: z.null(),
  openRecent: z.strictObject({ id: z.string().min(1).max(100) }),
  readAbout: z.null(),
  readPower: z.null(),
  acknowledgeBatch: z.int().min(0),
  reportFirstFrame: z.null(),
} as const satisfies Record<keyof Requests, z.ZodType>

/** Answers every request of the contract. Senders that are not trusted and malformed arguments never reach a handler: `RefusedRequest`. */
export function serveRequests(handlers: Requests, isTrusted: IsTrusted): void {
  for (const name of Object.keys(requestNames) as (keyof Requests)[]) {
    ipcMain.handle(`request:${name}`, ({ senderFrame }, argument: unknown) => {
      const schema: z.ZodType = argumentSchemas[name]
      const accepted = acceptArgument(name, schema, { argument, isFromUs: isTrusted(senderFrame) })
      // The schema has just proved the type; the compiler can't pair a name with its own argument in a loop.
      return handlers[name](accepted as never)
    })
  }
}
