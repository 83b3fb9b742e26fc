import { z } from 'zod'
import {
  brokenMessage,
  environment,
  manyTimes,
  measurement,
  moment,
  options,
  plan,
  presetFacts,
  runId,
  sampleShape,
  slots,
  startedAt,
  strategy,
  wantedOptions,
} from '../reading/run-parts-schema.ts'

/** What a report says beside its lists, as far as a run is made of it. What it says beyond that is derived, and not looked at. */
export const reportHeader = z.object({
  id: runId,
  startedAt,
  ending: z.enum(['completed', 'cancelled', 'broken', 'interrupted']),
  message: brokenMessage.optional(),
  // Left out by earlier reports of this version: strategy and options.
  preset: z.object({ ...presetFacts, strategy: strategy.optional(), options: wantedOptions.optional() }),
  strategy,
  options,
  environment,
  measurement,
  preparationMs: moment,
  plan,
  slots,
  summary: z.object({ droppedEvents: manyTimes }),
  slicesLeftOut: manyTimes,
  // Left out by earlier reports of this version.
  recordedUntilMs: moment.optional(),
  sampleShape: sampleShape.optional(),
})
export type ReportHeader = z.infer<typeof reportHeader>
