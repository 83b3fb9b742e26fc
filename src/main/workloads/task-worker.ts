/** Entry of every pool thread: claims a place in the pool, then runs whatever task it is given. */
import { BroadcastChannel, parentPort, threadId, workerData } from 'node:worker_threads'
import { RingWriter } from '#shared/rings/record-ring.ts'
import { configureDownloads, warmDownloads } from './download.ts'
import { RecordWriter } from './event-writer.ts'
import { runTask, type TaskThread } from './run-task.ts'
import type { TaskEnding } from '#shared/model/task.ts'
import type { TaskOrder, ThreadReady, WorkerSetup } from './task-order.ts'
import { openThreadCpuClock } from '../platform/thread-cpu-clock.ts'

// The pool hands over exactly what `piscina-executor.ts` gave it.
const setup = workerData as WorkerSetup

/** A replaced thread's place is freed when its end has been seen, which may be a moment after this thread begins. */
const claimPatienceMs = 5_000

function claimPosition(): number {
  const giveUpMs = performance.now() + claimPatienceMs
  for (;;) {
    for (let position = 0; position < setup.claims.length; position++) {
      if (Atomics.compareExchange(setup.claims, position, 0, threadId) === 0) return position
    }
    if (performance.now() > giveUpMs)
      throw new Error(`Expected a free place among ${setup.claims.length}, got none`)
    Atomics.wait(setup.claims, 0, Atomics.load(setup.claims, 0), 5)
  }
}

const position = claimPosition()
const ring = setup.rings[position]
if (ring === undefined) throw new Error(`Expected a ring for place ${position}, got none`)
const events = new RecordWriter(new RingWriter(ring))

const thread: TaskThread = {
  events,
  cpu: openThreadCpuClock(),
  nowMs: () => performance.now(),
  isToldToStop: (task) => Atomics.load(setup.stopFlags, task) !== 0,
  holdThread: (task, ms) => void Atomics.wait(setup.stopFlags, task, 0, ms),
  noteRunning: (task) => void Atomics.store(setup.lastTask, position, task + 1),
  inProgress: new Map(),
}

// A task that waits on the loop can't see a flag change: this wakes it.
const stopChannel = new BroadcastChannel(setup.stopChannel)
stopChannel.onmessage = () => {
  for (const [task, running] of thread.inProgress) if (thread.isToldToStop(task)) running.stop()
}
stopChannel.unref()

configureDownloads(setup.entriesFolder)
for (const form of setup.downloadForms) await warmDownloads(form)

parentPort?.postMessage({ kind: 'thread-ready', position } satisfies ThreadReady)

/** What the pool calls for each task. */
export default function runOrder(order: TaskOrder): Promise<TaskEnding> {
  events.originMs = order.originMs
  return runTask(order, thread)
}
