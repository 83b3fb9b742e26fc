import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { findFindings } from '#shared/analysis/findings.ts'
import type { Finding, FindingId } from '#shared/model/finding.ts'
import { groupOf } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { Engine } from '../compose-engine.ts'
import { forkNode } from '../platform/fork-node.ts'

// The threads run the built entries: Node 20 cannot start one from TypeScript.
const entries = fileURLToPath(new URL('../../../out/main', import.meta.url))
const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const cores = availableParallelism()

const engine = new Engine({ entries, resources, launch: forkNode })
afterAll(() => engine.close())

/** A shipped preset. */
interface Example {
  readonly preset: string
  readonly strategy: StrategyId
  readonly options?: Partial<RunOptions>
  /** Tasks of each group, where the preset’s own number is not for every machine, or takes longer than a test should. */
  readonly count?: number
}

function run({ preset: id, strategy, options, count }: Example): Promise<Run> {
  const preset = engine.presets.find(id)
  const groups = count === undefined ? preset.groups : preset.groups.map((group) => ({ ...group, count }))
  const observer = { onPreparing: () => undefined, onBegun: () => undefined }
  return engine.start({ ...preset, groups }, strategy, { ...preset.options, ...options }, observer).finished
}

/** The name of the group of the task that shows a finding best; empty: no task does. */
function culprit({ header }: Run, { evidence }: Finding): string {
  const [worst] = evidence.tasks
  return worst === undefined ? '' : groupOf(header.plan, worst).name
}

/** What a run must be said to suffer from, and whose tasks show it. On a busy machine it may suffer from more. */
const examples: readonly (Example & { readonly finds: Partial<Record<FindingId, string>> })[] = [
  {
    preset: 'blocked-loop',
    strategy: 'event-loop',
    finds: { 'loop-blocked': 'compute', 'async-in-name-only': 'compute' },
  },
  {
    preset: 'over-subscription',
    strategy: 'threads',
    options: { threadLimit: 5 * cores },
    count: 5 * cores,
    finds: { 'over-subscription': 'compute' },
  },
  // Most of its threads wait by their own will, and for longer than the others compute.
  {
    preset: 'course-demo',
    strategy: 'threads',
    options: { threadLimit: Math.min(256, 8 * cores) },
    count: 2 * cores,
    finds: { 'over-subscription': 'compute' },
  },
  { preset: 'small-pool', strategy: 'hybrid', finds: { 'under-use': 'compute' } },
  { preset: 'waiting', strategy: 'hybrid', finds: { 'workers-cannot-help': 'wait' } },
  { preset: 'tiny-tasks', strategy: 'hybrid', count: 30_000, finds: { 'tasks-too-small': 'nothing' } },
  {
    preset: 'straggler',
    strategy: 'hybrid',
    options: { cpuWorkers: 2 },
    finds: { straggler: 'long', 'poor-order': 'long' },
  },
  { preset: 'garbage', strategy: 'hybrid', finds: { 'garbage-collection': 'objects' } },
  { preset: 'starvation', strategy: 'hybrid', finds: { starvation: 'low' } },
  { preset: 'process-start', strategy: 'processes', finds: { 'start-up-dominates': 'moment' } },
]

// Two tasks that compute at once need two cores.
test.skipIf(cores < 2).each(examples)(
  '$preset under $strategy shows what it was made to show',
  async (example) => {
    const given = await run(example)
    const wanted = Object.keys(example.finds)
    const found = findFindings(given).filter(({ id }) => wanted.includes(id))
    expect(Object.fromEntries(found.map((finding) => [finding.id, culprit(given, finding)]))).toEqual(
      example.finds,
    )
  },
)

/** The same work, as the findings advise. */
const remedies: readonly (Example & { readonly isWithout: readonly FindingId[] })[] = [
  { preset: 'blocked-loop', strategy: 'hybrid', isWithout: ['loop-blocked', 'async-in-name-only'] },
  {
    preset: 'straggler',
    strategy: 'hybrid',
    options: { cpuWorkers: 2, policy: 'longest-first' },
    isWithout: ['straggler', 'poor-order'],
  },
  { preset: 'course-demo', strategy: 'hybrid', isWithout: ['over-subscription', 'poor-order'] },
  { preset: 'starvation', strategy: 'hybrid', options: { policy: 'fifo' }, isWithout: ['starvation'] },
]

test.skipIf(cores < 2).each(remedies)('$preset, run as advised, no longer shows it', async (example) => {
  const ids = findFindings(await run(example)).map(({ id }) => id)
  expect(ids.filter((id) => example.isWithout.includes(id))).toEqual([])
})
