import { experimentKinds } from '#shared/model/experiment.ts'
import { isUnderWay } from '#shared/library/entry-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import {
  noLabels,
  type LibraryEntry,
  type RunLabels,
  type RunListing,
  type RunOrigin,
} from '#shared/model/saved-run.ts'
import { strategyIds } from '#shared/model/strategy.ts'
import { taskOutcomes, type TaskOutcome } from '#shared/model/task.ts'

// Ten thousand of them are read before a list is shown: rows are short, are checked by hand, and share what most runs have in common.

type Row = readonly unknown[]

/** Where each value stands in a row. */
const place = {
  startedAt: 0,
  presetId: 1,
  presetTitle: 2,
  strategy: 3,
  taskCount: 4,
  phase: 5,
  makespanMs: 6,
  outcomes: 7,
  hostName: 8,
  cpuModel: 9,
  cores: 10,
  operatingSystem: 11,
  origin: 12,
  title: 13,
  tags: 14,
  note: 15,
  bytes: 16,
  taskscope: 17,
  chosen: 18,
  isDisturbed: 19,
} as const

/** Runs that will not change by themselves: only these are kept in an index. */
const lastingPhases = ['completed', 'cancelled', 'broken', 'interrupted'] as const

const measuredBy = ['app', 'command-line'] as const
const measured = {
  app: { kind: 'measured', by: 'app' },
  'command-line': { kind: 'measured', by: 'command-line' },
} as const

/** Whether an entry may be kept: it is a run, and over. */
export function isLasting(entry: LibraryEntry): entry is RunListing {
  return entry.kind === 'run' && !isUnderWay(entry)
}

/** An entry as an index has it; its id is not part of it. */
export function rowOf(entry: RunListing): Row {
  const { machine, labels, outcomes, origin } = entry
  return [
    entry.startedAt,
    entry.presetId,
    entry.presetTitle,
    entry.strategy,
    entry.taskCount,
    entry.phase,
    entry.makespanMs,
    outcomes === null ? null : taskOutcomes.map((outcome) => outcomes[outcome]),
    machine.hostName,
    machine.cpuModel,
    machine.cores,
    machine.operatingSystem,
    origin.kind === 'measured' ? origin.by : origin,
    labels.title,
    labels.tags,
    labels.note,
    entry.bytes,
    entry.taskscope ?? null,
    entry.chosen ?? null,
    entry.isDisturbed === true ? 1 : 0,
  ]
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)
const isAmount = (value: unknown): value is number => typeof value === 'number' && value >= 0

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  for (const word of words) if (word === value) return word
  return undefined
}

/** Undefined: it is none. */
function outcomesOf(value: unknown): RunListing['outcomes'] | undefined {
  if (value === null) return null
  if (!Array.isArray(value) || value.length !== taskOutcomes.length || !value.every(isAmount))
    return undefined
  const [succeeded = 0, failed = 0, cancelled = 0, timedOut = 0] = value
  return { succeeded, failed, cancelled, 'timed-out': timedOut } satisfies Record<TaskOutcome, number>
}

function originOf(value: unknown): RunOrigin | undefined {
  const by = oneOf(measuredBy, value)
  if (by !== undefined) return measured[by]
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, fileName, experimentId, experiment, variant, round } = value as Readonly<
    Record<string, unknown>
  >
  if (kind === 'imported' && isText(fileName)) return { kind, fileName }
  const known = oneOf(experimentKinds, experiment)
  if (kind !== 'experiment' || known === undefined) return undefined
  if (!isText(experimentId) || !isText(variant) || !isAmount(round)) return undefined
  return { kind, experimentId, experiment: known, variant, round }
}

function labelsOf(title: unknown, tags: unknown, note: unknown): RunLabels | undefined {
  if (!isText(title) || !isText(note) || !Array.isArray(tags) || !tags.every(isText)) return undefined
  return title === '' && note === '' && tags.length === 0 ? noLabels : { title, tags, note }
}

/** Shown, and nothing else: values of any option will do. Undefined: it is none. */
function chosenOf(value: unknown): Pick<RunListing, 'chosen'> | undefined {
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  for (const option of Object.values(value)) {
    if (option !== null && typeof option !== 'number' && typeof option !== 'string') return undefined
  }
  return { chosen: value }
}

/** Reads rows one after the other. What one has in common with others is there once: less to keep, and less to tidy up. */
export class RowReader {
  readonly #texts = new Map<string, string>()
  #machine: RunListing['machine'] | null = null

  /** Null: it is no row of a run. */
  read(id: string, row: Row): RunListing | null {
    const startedAt = row[place.startedAt]
    const presetId = row[place.presetId]
    const presetTitle = row[place.presetTitle]
    const strategy = oneOf(strategyIds, row[place.strategy])
    const taskCount = row[place.taskCount]
    const phase = oneOf(lastingPhases, row[place.phase])
    const makespanMs = row[place.makespanMs]
    const outcomes = outcomesOf(row[place.outcomes])
    const machine = this.#machineOf(row)
    const origin = originOf(row[place.origin])
    const labels = labelsOf(row[place.title], row[place.tags], row[place.note])
    const bytes = row[place.bytes]
    const taskscope = row[place.taskscope]
    const chosen = chosenOf(row[place.chosen])
    const isDisturbed = row[place.isDisturbed]
    if (!isText(startedAt) || !isText(presetId) || !isText(presetTitle) || !isAmount(taskCount)) return null
    if (strategy === undefined || phase === undefined || outcomes === undefined || machine === undefined)
      return null
    if (origin === undefined || labels === undefined || !isAmount(bytes)) return null
    if (makespanMs !== null && !isAmount(makespanMs)) return null
    if (!isTextOrNull(taskscope) || chosen === undefined) return null
    if (isDisturbed !== 0 && isDisturbed !== 1) return null
    return {
      kind: 'run',
      id: id as RunId,
      startedAt,
      presetId: this.#shared(presetId),
      presetTitle: this.#shared(presetTitle),
      strategy,
      taskCount,
      phase,
      makespanMs,
      outcomes,
      machine,
      origin,
      labels,
      bytes,
      ...(taskscope === null ? {} : { taskscope: this.#shared(taskscope) }),
      ...chosen,
      ...(isDisturbed === 1 ? { isDisturbed: true } : {}),
    }
  }

  #shared(text: string): string {
    const known = this.#texts.get(text)
    if (known === undefined) this.#texts.set(text, text)
    return known ?? text
  }

  #machineOf(row: Row): RunListing['machine'] | undefined {
    const hostName = row[place.hostName]
    const cpuModel = row[place.cpuModel]
    const cores = row[place.cores]
    const operatingSystem = row[place.operatingSystem]
    const last = this.#machine
    // Most runs come from the machine that the one before came from.
    if (
      last !== null &&
      last.hostName === hostName &&
      last.cpuModel === cpuModel &&
      last.cores === cores &&
      last.operatingSystem === operatingSystem
    )
      return last
    if (!isTextOrNull(hostName) || !isText(cpuModel) || !isAmount(cores) || !isText(operatingSystem))
      return undefined
    return (this.#machine = { hostName, cpuModel, cores, operatingSystem })
  }
}
