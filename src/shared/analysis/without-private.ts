import type { Environment } from '../model/environment.ts'
import type { TaskIndex } from '../model/ids.ts'
import type { Preset, TaskGroup } from '../model/preset.ts'
import type { Run } from '../model/run.ts'
import type { RunLabels } from '../model/saved-run.ts'
import type { TaskFailure } from '../model/task.ts'

/** How a path begins: `/`, `~/`, `C:\`, `C:/` or `\\server`. */
const pathBegin = String.raw`(?:~?\/|[A-Za-z]:[\\/]|\\\\)`
/** In quotes, a path may hold spaces. */
const quotedPath = new RegExp(String.raw`(['"\`])${pathBegin}[^'"\`\n]*\1`, 'g')
/** Elsewhere it ends at a space. What comes right after a letter, a figure, a colon or another slash is part of something else, such as an address or "3/4". */
const barePath = new RegExp(
  String.raw`(?<![\w.:/\\~-])(?:file:\/\/)?${pathBegin}[^\s'"\`<>|,;)\]}]*[^\s'"\`<>|,;)\]}:.?!]`,
  'g',
)

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** Matches the name where it stands by itself; null where there is none. */
function nameMatcher(name: string | undefined): RegExp | null {
  return name === undefined || name === ''
    ? null
    : new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped(name)}(?![\p{L}\p{N}_])`, 'giu')
}

/** Gives texts back without paths and without these names; what stood there is told by a word in angle brackets. */
function cleaner(run: Run): (text: string) => string {
  const { hostName, userName } = run.header.environment
  const host = nameMatcher(hostName)
  const user = nameMatcher(userName)
  return (text) => {
    let clean = text.replace(quotedPath, '$1<path>$1').replace(barePath, '<path>')
    if (host !== null) clean = clean.replace(host, '<host>')
    if (user !== null) clean = clean.replace(user, '<user>')
    return clean
  }
}

function cleanGroup<Group extends TaskGroup>(group: Group, clean: (text: string) => string): Group {
  const parameters = Object.fromEntries(
    Object.entries(group.parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? clean(value) : value,
    ]),
  )
  return { ...group, name: clean(group.name), parameters }
}

function cleanPreset(preset: Preset, clean: (text: string) => string): Preset {
  return {
    ...preset,
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
 * failures as well as in a preset's own texts. Columns are the same objects.
 */
export function withoutPrivate(run: Run): Run {
  const clean = cleaner(run)
  const failures = new Map<TaskIndex, TaskFailure>()
  for (const [task, { name, message }] of run.failures)
    failures.set(task, { name: clean(name), message: clean(message) })
  return {
    ...run,
    header: {
      ...run.header,
      preset: cleanPreset(run.header.preset, clean),
      plan: { ...run.header.plan, groups: run.header.plan.groups.map((group) => cleanGroup(group, clean)) },
      environment: withoutNames(run.header.environment),
    },
    failures,
    phase: run.phase.kind === 'broken' ? { kind: 'broken', message: clean(run.phase.message) } : run.phase,
  }
}

/** What people wrote on the run, likewise: by the names that the run knows. */
export function labelsWithoutPrivate(labels: RunLabels, run: Run): RunLabels {
  const clean = cleaner(run)
  return { title: clean(labels.title), tags: labels.tags.map(clean), note: clean(labels.note) }
}
