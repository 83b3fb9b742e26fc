import { join } from 'node:path'
import type { Plan } from '#shared/model/plan.ts'
import { startContentServer } from '../content/start-content-server.ts'
import { makeOwnFolder } from '../platform/own-folders.ts'
import type { EngineParts, RecorderHandle, RunWish, SamplerHandle } from './engine-parts.ts'
import { executorShapes } from './executor-shapes.ts'
import type { PooledExecutor } from './pooled-executor.ts'
import type { Releases } from './releases.ts'
import { startRunSampler } from './run-sampler.ts'

/** What a run holds while it lasts. */
export interface RunResources {
  readonly temporaryFolder: string
  /** Null: no task downloads from it. */
  readonly contentOrigin: string | null
  /** In lane order, all ready. */
  readonly executors: readonly PooledExecutor[]
  /** At work; its `stop` may be called again. Null: nothing is sampled. */
  readonly sampler: SamplerHandle | null
}

/** Begins the names of our temporary folders; the process that they belong to follows. */
const folderPrefix = 'taskscope-run-'

async function makeTemporaryFolder(releases: Releases): Promise<string> {
  const folder = await makeOwnFolder(folderPrefix)
  releases.add(() => folder.remove())
  return folder.path
}

async function startContent(plan: Plan, entriesFolder: string, releases: Releases): Promise<string | null> {
  const isNeeded = plan.groups.some(
    ({ workload, parameters }) => workload === 'download' && !('url' in parameters),
  )
  if (!isNeeded) return null
  const server = await startContentServer(join(entriesFolder, 'content-server.js'))
  releases.add(() => server.close())
  return server.origin
}

/**
 * Gets everything that a run of this plan needs; each thing's release is noted as soon as it is there. Rejects when something
 * is not to be had, or soon after `signal` says that it is not wanted; what was got by then is released with the rest.
 */
export async function holdRunResources<Recorder extends RecorderHandle>(
  parts: EngineParts<Recorder>,
  plan: Plan,
  { strategy, options }: RunWish,
  releases: Releases,
  signal: AbortSignal,
): Promise<RunResources> {
  const temporaryFolder = await makeTemporaryFolder(releases)
  const contentOrigin = await startContent(plan, parts.entriesFolder, releases)

  const shapes = executorShapes(plan, strategy, options, parts.entriesFolder)
  const executors = await parts.executors.borrow(shapes, signal)
  releases.add(() => {
    for (const executor of executors) parts.executors.giveBack(executor, executor.endRun())
    return Promise.resolve()
  })

  const sampler = await startRunSampler(parts, executors, options.sampleHz, releases)
  return { temporaryFolder, contentOrigin, executors, sampler }
}
