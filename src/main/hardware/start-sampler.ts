import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sampleFixedFields, sampleWidth } from '#shared/model/sample.ts'
import type { Fraction, Hertz } from '#shared/model/units.ts'
import { allocateRing, RingReader, type RingMemory } from '#shared/rings/record-ring.ts'
import { openCoreTimes } from './core-times.ts'
import type { SamplerOrder, SamplerSetup } from './sampler-thread.ts'

/** A sampler at work. Its records are in `ring`, with times of `performance.now()`. */
export interface RunningSampler {
  readonly cores: number
  readonly ring: RingMemory
  countChildren(processIds: readonly number[]): void
  /** Mean busy share of all cores in the newest sample; null before there is one. */
  readLoad(): Fraction | null
  /** Takes a last sample and ends the thread. May be called again. */
  stop(): Promise<void>
}

/** Seconds of samples that the ring holds while nobody reads. */
const ringSeconds = 60

/** Cores that the sampler reports: all that the system shows, which may be more than we may use. */
export function countCores(): number {
  const source = openCoreTimes()
  source.close()
  return source.cores
}

function meanLoad(ring: RingMemory, cores: number): Fraction | null {
  const record = new Float64Array(sampleWidth(cores))
  if (!new RingReader(ring).copyNewest(record)) return null
  const shares = record.subarray(sampleFixedFields).filter((share) => !Number.isNaN(share))
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** Starts sampling on a thread of its own. Resolves when it does; rejects when the thread can't be had. */
export async function startSampler(entriesFolder: string, hz: Hertz): Promise<RunningSampler> {
  const cores = countCores()
  const ring = allocateRing(sampleWidth(cores), hz * ringSeconds)
  const setup: SamplerSetup = { ring, hz }
  const thread = new Worker(join(entriesFolder, 'sampler-thread.js'), { workerData: setup })
  const exited = once(thread, 'exit')
  // A sampler that breaks down must not take the process with it: whoever stops it learns of it.
  exited.catch(() => undefined)
  const hasBegun = await Promise.race([once(thread, 'message').then(() => true), exited.then(() => false)])
  if (!hasBegun) throw new Error('The sampler’s thread ended before it began')
  const tell = (order: SamplerOrder): void => thread.postMessage(order)
  return {
    cores,
    ring,
    readLoad: () => meanLoad(ring, cores),
    countChildren: (processIds) => tell({ kind: 'children', processIds }),
    async stop() {
      tell({ kind: 'stop' })
      await exited
    },
  }
}
