/** Entry of the sampler's thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { RingWriter, type RingMemory } from '#shared/rings/record-ring.ts'
import type { Hertz } from '#shared/model/units.ts'
import { openThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import { openCoreTimes } from './core-times.ts'
import { openProcessMemory, openSystemMemory } from './memory.ts'
import { Sampler } from './sampler.ts'

export interface SamplerSetup {
  readonly ring: RingMemory
  readonly hz: Hertz
}

export type SamplerOrder =
  /** Child processes to count as ours from now on. */
  | { readonly kind: 'children'; readonly processIds: readonly number[] }
  /** Take a last sample and end. */
  | { readonly kind: 'stop' }

// What `start-sampler.ts` gave it.
const setup = workerData as SamplerSetup
let children: readonly number[] = []
const processMemory = openProcessMemory()
const sampler = new Sampler({
  hz: setup.hz,
  nowMs: () => performance.now(),
  coreTimes: openCoreTimes(),
  systemMemory: openSystemMemory(),
  processMemory: () => processMemory(children),
  cpu: openThreadCpuClock(),
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
parentPort?.postMessage('sampling')
