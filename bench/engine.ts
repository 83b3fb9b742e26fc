import { join } from 'node:path'
import type { Preset } from '#shared/model/preset.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { Engine } from '../src/main/compose-engine.ts'
import { forkNode } from '../src/main/platform/fork-node.ts'

export const root = join(import.meta.dirname, '..')
/** Where the build puts the threads' entries. */
export const entriesFolder = join(root, 'out', 'main')

export function createEngine(): Engine {
  return new Engine({ entries: entriesFolder, resources: join(root, 'resources'), launch: forkNode })
}

/** Runs a preset to its end. */
export function runOnce(
  engine: Engine,
  preset: Preset,
  strategy: StrategyId,
  options: Partial<RunOptions> = {},
): Promise<Run> {
  return engine.start(preset, strategy, options, { onPreparing: () => undefined, onBegun: () => undefined })
    .finished
}
