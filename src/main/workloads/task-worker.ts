/** Entry of every pool thread: claims a place in the pool, then runs whatever task it is given. */
import { BroadcastChannel, parentPort, threadId, workerData } from 'node:worker_threads'
import { RingWriter } from '#shared/rings/record-ring.ts'
import { configureDownloads, warmDownloads } from './download.ts'
import { RecordWriter } from './event-writer.ts'
import { runTask, type TaskThread } from './run-task.ts'
import type { TaskEnding } from '#shared/model/task.ts'
import { afterTurn } from './after-turn.ts'
import type { TaskOrder, ThreadCall, ThreadReady, WorkerSetup } from './task-order.ts'
import { LoopBeat } from '../platform/loop-beat.ts'
import { openThreadCpuClock, silentCpuClock, systemThreadId } from '../platform/thread-cpu-clock.ts'
import { CpuMeter } from './cpu-meter.ts'
import { observeGarbage } from './garbage-observer.ts'
import { HeldWatch } from './held-watch.ts'
import { LoopAnatomy } from './loop-anatomy.ts'

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

setup.systemThreadIds[position] = systemThreadId()
const isMeasured = setup.detail !== 'stamps'
const meter = new CpuMeter(isMeasured ? openThreadCpuClock() : silentCpuClock())
const nowMs = (): number => performance.now()
const anatomy = setup.isShared && setup.detail === 'full' ? new LoopAnatomy(events, meter, nowMs) : null

const thread: TaskThread = {
  events,
  watch: isMeasured ? new HeldWatch(events, meter) : null,
  anatomy,
  nowMs,
  isToldToStop: (task) => Atomics.load(setup.stopFlags, task) !== 0,
  holdThread: (task, ms) => void Atomics.wait(setup.stopFlags, task, 0, ms),
  noteRunning: (task) => void Atomics.store(setup.lastTask, position, task + 1),
  inProgress: new Map(),
}

// A task that waits on the loop can't see a flag change: this wakes it.
const channel = new BroadcastChannel(setup.callChannel)
channel.onmessage = (message) => {
  // The pool is the only one that calls here.
  const call = (message as { readonly data: ThreadCall }).data
  if (call.kind === 'stop') {
    for (const [task, running] of thread.inProgress) if (thread.isToldToStop(task)) running.stop()
  } else afterTurn(() => void Atomics.store(setup.turns, position, call.number))
}
channel.unref()

configureDownloads(setup.entriesFolder)
for (const form of setup.downloadForms) await warmDownloads(form)

/** Orders in progress: the loop beats while there are any. */
let orders = 0
const beat =
  setup.loopBeats === null ? null : new LoopBeat(setup.loopBeats, position, () => anatomy?.watchingMs ?? NaN)
if (isMeasured)
  observeGarbage(
    events,
    (atMs) => atMs,
    () => events.originMs,
  )
// Last: what the thread was made of is no task's.
anatomy?.enable()

parentPort?.postMessage({ kind: 'thread-ready', position } satisfies ThreadReady)

/** What the pool calls for each task. */
export default async function runOrder(order: TaskOrder): Promise<TaskEnding> {
  events.originMs = order.originMs
  if (beat === null) return runTask(order, thread)
  beat.start()
  orders++
  try {
    return await runTask(order, thread)
  } finally {
    if (--orders === 0) beat.stop()
  }
}
