import { z } from 'zod'
import { experimentKinds } from '#shared/model/experiment.ts'
import type { Preset } from '#shared/model/preset.ts'
import { runDocumentVersion, type RunDocument } from '#shared/model/run-document.ts'
import type { RunPhase } from '#shared/model/run.ts'
import type { RunOrigin } from '#shared/model/saved-run.ts'
import { definedOptions } from '../../engine/run-options-schema.ts'
import {
  brokenMessage,
  count,
  environment,
  manyTimes,
  measurement,
  moment,
  mostTasks,
  options,
  plan,
  presetFacts,
  presetGroups,
  runId,
  sampleShape,
  slots,
  startedAt,
  strategy,
  text,
  wantedOptions,
} from './run-parts-schema.ts'
import { summary } from './summary-schema.ts'

const endings = [
  'running',
  'cancelling',
  'completed',
  'cancelled',
  'broken',
  'interrupted',
] as const satisfies readonly RunPhase['kind'][]

const origin = z
  .discriminatedUnion(
    'kind',
    [
      z.object({ kind: z.literal('measured'), by: z.enum(['app', 'command-line']) }),
      z.object({
        kind: z.literal('experiment'),
        experimentId: text(100),
        experiment: z.enum(experimentKinds),
        variant: text(300),
        round: count(1_000_000),
      }),
      z.object({ kind: z.literal('imported'), fileName: text(300) }),
    ],
    'measured, experiment or imported',
  )
  .describe('How the run came to be.') satisfies z.ZodType<RunOrigin>

const rows = z.object({
  tasks: count(mostTasks),
  slices: count(mostTasks),
  samples: manyTimes,
  failures: count(mostTasks),
})

const preset = z.object({ ...presetFacts, strategy, options: wantedOptions, groups: presetGroups })

/** `run.json`, version 1, as it is in the file. */
export const documentSchema = z
  .object({
    format: z.literal('taskscope-run'),
    schemaVersion: z.literal(runDocumentVersion),
    id: runId.describe('Names the run; sortable by start time.'),
    startedAt: startedAt.describe('Wall-clock time of run time 0, ISO 8601.'),
    ending: z.enum(endings).describe('running: it is being recorded, or its writer was killed.'),
    message: brokenMessage.optional().describe('What broke it: only where it is broken.'),
    taskscope: text(100).describe('Version of Taskscope that recorded it, or first imported it.'),
    origin,
    preset: preset.describe('The saved settings that it was made of.'),
    plan: plan.describe('The exact tasks: those of a group are firstTask to firstTask + count - 1.'),
    strategy,
    options,
    slots: slots.describe('Stable places that run tasks; tables name them by their position here.'),
    environment: environment.describe('What the numbers were measured on.'),
    measurement: measurement.describe('Where the numbers came from.'),
    preparationMs: moment.describe('How long threads and calibration took, before run time 0; in ms.'),
    sampleShape: sampleShape.describe('How many cores and slots each sample covers.'),
    recordedUntilMs: moment.describe('Run time up to which the record is complete, in ms.'),
    droppedEvents: manyTimes.describe('Records that found their ring full.'),
    slicesLeftOut: manyTimes.describe('Slices that came after their table was full.'),
    rows: rows.nullable().describe('Rows of each table; null while the run goes on.'),
    summary: summary.nullable().describe('Figures worked out from the tables; null while the run goes on.'),
  })
  .meta({
    title: 'Taskscope run',
    description: 'run.json of a run folder: everything about a run but its columns. Times are in ms.',
  })

type Parsed = z.infer<typeof documentSchema>

function presetOf({ options: wanted, ...preset }: Parsed['preset']): Preset {
  return { ...preset, options: definedOptions(wanted) }
}

/** What has passed the schema, as the rest of the program knows it. */
export function documentOf({ id, message, preset: given, ...rest }: Parsed): RunDocument {
  return {
    ...rest,
    // Checked by the schema to be what a name of a run is made of.
    id: id as RunDocument['id'],
    preset: presetOf(given),
    ...(message === undefined ? {} : { message }),
  }
}
