import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  coreField,
  coreFields,
  sampleFixedFields,
  sampleWidth,
  type SampleShape,
} from '#shared/model/sample.ts'
import type { Fraction, Hertz } from '#shared/model/units.ts'
import { allocateRing, RingReader, type RingMemory } from '#shared/rings/record-ring.ts'
import { endOfThread } from '../platform/end-of-thread.ts'
import { openCoreTimes } from './core-times.ts'
import type { SampledFrom, WatchedThreads } from './open-sources.ts'
import type { SamplerBegun, SamplerOrder, SamplerSetup } from './sampler-thread.ts'

/** A sampler at work. Its records are in `ring`, with times of `performance.now()`. */
export interface RunningSampler {
  readonly shape: SampleShape
  readonly ring: RingMemory
  readonly from: SampledFrom
  countChildren(processIds: readonly number[]): void
  /** Mean busy share of all cores in the newest sample; null before there is one. */
  readLoad(): Fraction | null
  /** Takes a last sample and ends the thread. May be called again. */
  stop(): Promise<void>
}

/** What to sample, and how often. */
export interface SamplerWish extends WatchedThreads {
  /** More than 0. */
  readonly hz: Hertz
}

/** Seconds of samples that the ring holds while nobody reads. */
const ringSeconds = 60

/** A sampler that takes longer to stop is stuck. */
const stopLimitMs = 5_000

/** Cores that the sampler reports: all that the system shows, which may be more than we may use. */
function countCores(): number {
  const source = openCoreTimes()
  source.close()
  return source.cores
}

/** Mean of the known busy shares in a sample record; null where none is known. */
export function meanLoad(record: Float64Array, cores: number): Fraction | null {
  let sum = 0
  let known = 0
  for (let core = 0; core < cores; core++) {
    const share = record[sampleFixedFields + core * coreFields + coreField.busy] as number
    if (Number.isNaN(share)) continue
    sum += share
    known++
  }
  return known === 0 ? null : sum / known
}

/** Starts sampling on a thread of its own. Resolves when it does; rejects when the thread can't be had. */
export async function startSampler(
  entriesFolder: string,
  { hz, ...watched }: SamplerWish,
): Promise<RunningSampler> {
  const slots = watched.slotThreadIds.reduce((sum, ids) => sum + ids.length, 0)
  const shape: SampleShape = { cores: countCores(), slots }
  const ring = allocateRing(sampleWidth(shape), hz * ringSeconds)
  const setup: SamplerSetup = { ring, hz, watched }
  const thread = new Worker(join(entriesFolder, 'sampler-thread.js'), { workerData: setup })
  const exited = once(thread, 'exit')
  // A sampler that breaks down must not take the process with it: whoever stops it learns of it.
  exited.catch(() => undefined)
  const begun = await Promise.race([
    once(thread, 'message').then(([message]) => message as SamplerBegun),
    exited.then(() => null),
  ])
  if (begun === null) throw new Error('The sampler’s thread ended before it began')
  const tell = (order: SamplerOrder): void => thread.postMessage(order)
  const newest = new Float64Array(sampleWidth(shape))
  return {
    shape,
    ring,
    from: begun.from,
    readLoad: () => (new RingReader(ring).copyNewest(newest) ? meanLoad(newest, shape.cores) : null),
    countChildren: (processIds) => tell({ kind: 'children', processIds }),
    async stop() {
      tell({ kind: 'stop' })
      // Rejects where the thread broke down, and whoever stops it is to learn of it.
      await Promise.race([exited, endOfThread(thread, exited, { name: 'the sampler', limitMs: stopLimitMs })])
    },
  }
}
