/** Entry of the sampler's thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { RingWriter, type RingMemory } from '#shared/rings/record-ring.ts'
import type { Hertz } from '#shared/model/units.ts'
import { openSources, type SampledFrom, type WatchedThreads } from './open-sources.ts'
import { Sampler } from './sampler.ts'

export interface SamplerSetup {
  readonly ring: RingMemory
  readonly hz: Hertz
  readonly watched: WatchedThreads
}

export type SamplerOrder =
  /** Child processes to count as ours from now on. */
  | { readonly kind: 'children'; readonly processIds: readonly number[] }
  /** Take a last sample and end. */
  | { readonly kind: 'stop' }

/** What the thread says once, when it has begun. */
export interface SamplerBegun {
  readonly kind: 'sampling'
  readonly from: SampledFrom
}

// What `start-sampler.ts` gave it.
const setup = workerData as SamplerSetup
let children: readonly number[] = []
const { sources, from } = openSources(setup.watched, () => children)
const sampler = new Sampler({
  hz: setup.hz,
  nowMs: () => performance.now(),
  sources,
  width: setup.ring.recordWidth,
  ring: new RingWriter(setup.ring),
})

let timer = schedule()

function schedule(): NodeJS.Timeout {
  return setTimeout(
    () => {
      sampler.take()
      timer = schedule()
    },
    Math.max(0, sampler.dueMs - performance.now()),
  )
}

parentPort?.on('message', (order: SamplerOrder) => {
  if (order.kind === 'children') {
    children = order.processIds
    return
  }
  clearTimeout(timer)
  sampler.take()
  parentPort?.close()
})
parentPort?.postMessage({ kind: 'sampling', from } satisfies SamplerBegun)
