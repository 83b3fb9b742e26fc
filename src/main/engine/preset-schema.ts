import { z } from 'zod'
import { presetSchemaVersion, type Preset, type TaskGroup } from '#shared/model/preset.ts'
import { strategyIds } from '#shared/model/strategy.ts'
import { taskKinds } from '#shared/model/task.ts'
import {
  describeWorkload,
  workloadIds,
  type Parameter,
  type Parameters,
  type WorkloadId,
} from '#shared/model/workload.ts'
import { InputError, quote } from './input-error.ts'
import { mostTasks } from './piscina-executor.ts'
import { definedOptions, partialRunOptions } from './run-options-schema.ts'
import { parseInput, pathText, type Path } from './schema-error.ts'

/** Shown in terminals, too: what could command one is no text. */
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'text without control characters')
const milliseconds = z.int().min(1).max(86_400_000)

const groupShape = z.strictObject({
  name: text(80),
  kind: z.enum(taskKinds),
  workload: z.enum(workloadIds),
  count: z.int().min(1).max(mostTasks).default(1),
  parameters: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  priority: z.int().min(-1_000_000).max(1_000_000).default(0),
  timeoutMs: milliseconds.nullable().default(null),
  cancelAfterMs: milliseconds.nullable().default(null),
})

const presetShape = z.strictObject({
  schemaVersion: z.literal(presetSchemaVersion),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64'),
  title: text(80),
  summary: text(500),
  strategy: z.enum(strategyIds).default('hybrid'),
  options: partialRunOptions.default({}),
  tasks: z.array(groupShape).min(1).max(10_000),
})

function parameterSchema(parameter: Parameter): z.ZodType<number | string | undefined> {
  switch (parameter.kind) {
    case 'integer':
      return z.int().min(parameter.min).max(parameter.max).optional()
    case 'choice':
      return z.enum(parameter.choices).optional()
    case 'url':
      return z.url({ protocol: /^https?$/, message: 'an http or https address' }).optional()
  }
}

/** Checks a task's parameters against its workload's description and fills in standard values. */
function completeParameters(what: string, at: Path, workload: WorkloadId, given: Parameters): Parameters {
  const { parameters, exactlyOneOf = [] } = describeWorkload(workload)
  const schema = z.strictObject(
    Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [name, parameterSchema(parameter)]),
    ),
  )
  parseInput(what, schema, given, at)
  const here = `${what}, ${pathText(at)}`
  if (exactlyOneOf.length > 0) {
    const named = exactlyOneOf.filter((name) => name in given)
    if (named.length !== 1) {
      const got = named.length === 0 ? 'none' : named.join(' and ')
      throw new InputError(`${here}: expected exactly one of ${exactlyOneOf.join(', ')}, got ${got}.`)
    }
  }
  const complete: Record<string, number | string> = { ...given }
  for (const [name, parameter] of Object.entries(parameters)) {
    if (name in given || parameter.kind === 'url') continue
    if (parameter.standard !== undefined) complete[name] = parameter.standard
    else if (!exactlyOneOf.includes(name))
      throw new InputError(`${here}.${name}: expected a value, got nothing.`)
  }
  return complete
}

function completeGroup(what: string, at: number, group: z.infer<typeof groupShape>): TaskGroup {
  const { kinds } = describeWorkload(group.workload)
  if (!kinds.includes(group.kind)) {
    throw new InputError(
      `${what}, tasks[${at}].kind: expected ${kinds.join(' or ')} for ${group.workload}, got ${quote(group.kind)}.`,
    )
  }
  return {
    ...group,
    parameters: completeParameters(what, ['tasks', at, 'parameters'], group.workload, group.parameters),
  }
}

/**
 * A preset from its JSON document. Throws an `InputError` that names the place, what was expected and what was got.
 * `what` names the document in that sentence, such as a file name.
 */
export function parsePreset(what: string, document: unknown): Preset {
  const parsed = parseInput(what, presetShape, document)
  const groups = parsed.tasks.map((group, at) => completeGroup(what, at, group))
  const taskCount = groups.reduce((sum, { count }) => sum + count, 0)
  if (taskCount > mostTasks)
    throw new InputError(`${what}: expected at most ${mostTasks} tasks in all, got ${taskCount}.`)
  const { id, title, summary, strategy, options } = parsed
  return { id, title, summary, strategy, options: definedOptions(options), groups }
}
