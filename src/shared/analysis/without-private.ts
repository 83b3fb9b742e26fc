import type { Environment } from '../model/environment.ts'
import type { TaskIndex } from '../model/ids.ts'
import type { Preset, TaskGroup } from '../model/preset.ts'
import type { Run } from '../model/run.ts'
import type { RunLabels, RunOrigin } from '../model/saved-run.ts'
import { shippedPresetIds } from '../model/shipped-preset-ids.ts'
import type { TaskFailure } from '../model/task.ts'
import { textCleaner, type TextCleaner } from './private-text.ts'

const cleanerFor = ({ header }: Run): TextCleaner => textCleaner(header.environment)

function cleanGroup<Group extends TaskGroup>(group: Group, clean: (text: string) => string): Group {
  const parameters = Object.fromEntries(
    Object.entries(group.parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? clean(value) : value,
    ]),
  )
  return { ...group, name: clean(group.name), parameters }
}

function cleanPreset(preset: Preset, cleaner: TextCleaner): Preset {
  const clean = cleaner.text
  return {
    ...preset,
    // Everybody has those, whatever their machines are called.
    id: shippedPresetIds.includes(preset.id) ? preset.id : cleaner.id(preset.id),
    title: clean(preset.title),
    summary: clean(preset.summary),
    groups: preset.groups.map((group) => cleanGroup(group, clean)),
  }
}

/** A machine without the names of host and user. */
export function withoutNames(environment: Environment): Environment {
  // Named, to be left out.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- see above
  const { hostName, userName, ...rest } = environment
  return rest
}

/**
 * The run as a report tells of it unless it is told otherwise: without the names of host and user, and without paths, in messages of
 * failures as well as in a preset's own texts and id. Columns are the same objects.
 */
export function withoutPrivate(run: Run): Run {
  const cleaner = cleanerFor(run)
  const clean = cleaner.text
  const failures = new Map<TaskIndex, TaskFailure>()
  for (const [task, { name, message }] of run.failures)
    failures.set(task, { name: clean(name), message: clean(message) })
  return {
    ...run,
    header: {
      ...run.header,
      preset: cleanPreset(run.header.preset, cleaner),
      plan: { ...run.header.plan, groups: run.header.plan.groups.map((group) => cleanGroup(group, clean)) },
      environment: withoutNames(run.header.environment),
    },
    failures,
    phase: run.phase.kind === 'broken' ? { kind: 'broken', message: clean(run.phase.message) } : run.phase,
  }
}

/** What people wrote on the run, likewise: by the names that the run knows. */
export function labelsWithoutPrivate(labels: RunLabels, run: Run): RunLabels {
  const clean = cleanerFor(run).text
  return { title: clean(labels.title), tags: labels.tags.map(clean), note: clean(labels.note) }
}

/** Where the run came from, likewise: the name of the file that it was imported from, or of its variant. */
export function originWithoutPrivate(origin: RunOrigin, run: Run): RunOrigin {
  switch (origin.kind) {
    case 'measured':
      return origin
    case 'experiment':
      return { ...origin, variant: cleanerFor(run).text(origin.variant) }
    case 'imported':
      return { ...origin, fileName: cleanerFor(run).fileName(origin.fileName) }
  }
}
