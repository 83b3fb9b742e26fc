import { closeSync, openSync, readlinkSync, readSync } from 'node:fs'
import process from 'node:process'
import type { Measurement } from '#shared/model/measurement.ts'

/** Time that the calling thread has used or wanted, in ms since it began; NaN where the platform does not say. */
export interface ThreadCpuClock {
  readonly source: Measurement['taskCpu']
  /** Takes a reading: the two values below are of that moment. */
  read(): void
  onCpuMs: number
  /** Ready to run, but without a core. */
  readyMs: number
  close(): void
}

const nanosecondsPerMs = 1e6

/** The system's id of the calling thread; 0 where the platform does not say. */
export function systemThreadId(): number {
  try {
    // "<process>/task/<thread>"
    return Number(/\d+$/.exec(readlinkSync('/proc/thread-self'))?.[0] ?? 0)
  } catch {
    // Not Linux.
    return 0
  }
}

/**
 * Linux: `/proc/self/task/<tid>/schedstat`, "time on CPU, time waiting on a run queue, timeslices", the first two in
 * nanoseconds (kernel documentation, sched-stats). Read through one open descriptor, parsed without a string.
 * The kernel brings a running thread's account up to date at its clock ticks only, so that a reading may lag by one
 * (4 ms here). Asking for the process's CPU time (getrusage) makes it do so at once for the calling thread
 * (kernel/sched/cputime.c, thread_group_cputime): a call of 1 µs that leaves a lag of some microseconds.
 */
function openSchedstat(): ThreadCpuClock {
  // `thread-self` names the thread that resolves it; the descriptor must not depend on who reads it.
  const thread = readlinkSync('/proc/thread-self')
  const descriptor = openSync(`/proc/${thread}/schedstat`, 'r')
  const bytes = Buffer.alloc(96)
  const clock: ThreadCpuClock = {
    source: 'schedstat',
    onCpuMs: NaN,
    readyMs: NaN,
    read() {
      process.cpuUsage()
      const length = readSync(descriptor, bytes, 0, bytes.length, 0)
      let at = 0
      let onCpu = 0
      for (let digit = bytes[at] ?? 0; at < length && digit !== 32; digit = bytes[++at] ?? 0)
        onCpu = onCpu * 10 + digit - 48
      at++
      let ready = 0
      for (let digit = bytes[at] ?? 0; at < length && digit !== 32; digit = bytes[++at] ?? 0)
        ready = ready * 10 + digit - 48
      clock.onCpuMs = onCpu / nanosecondsPerMs
      clock.readyMs = ready / nanosecondsPerMs
    },
    close: () => closeSync(descriptor),
  }
  clock.read()
  // A kernel without scheduler statistics writes "0 0 0"; a thread that got this far has used some time.
  if (!(clock.onCpuMs > 0)) {
    closeSync(descriptor)
    throw new Error(`Expected schedstat to hold the time on CPU, got ${clock.onCpuMs}`)
  }
  return clock
}

/** Newer Node only (23.9, 22.23): CPU time, but no word on waiting for a core. */
type ThreadCpuUsage = () => { readonly user: number; readonly system: number }

function openThreadCpuUsage(): ThreadCpuClock {
  // Looked for, never assumed by version.
  const { threadCpuUsage } = process as { threadCpuUsage?: ThreadCpuUsage }
  if (typeof threadCpuUsage !== 'function')
    throw new Error(`Expected process.threadCpuUsage, got ${typeof threadCpuUsage}`)
  const read = threadCpuUsage.bind(process)
  const clock: ThreadCpuClock = {
    source: 'thread-cpu-usage',
    onCpuMs: NaN,
    readyMs: NaN,
    read() {
      const usage = read()
      clock.onCpuMs = (usage.user + usage.system) / 1e3
    },
    close: () => undefined,
  }
  return clock
}

/** A clock that knows nothing. */
export function silentCpuClock(): ThreadCpuClock {
  return { source: 'none', onCpuMs: NaN, readyMs: NaN, read: () => undefined, close: () => undefined }
}

/** Best first. Each throws where the platform does not have it. */
export const threadCpuClocks = {
  schedstat: openSchedstat,
  'thread-cpu-usage': openThreadCpuUsage,
} as const

/** The best clock that this platform has for the calling thread; one that knows nothing where there is none. */
export function openThreadCpuClock(): ThreadCpuClock {
  for (const open of Object.values(threadCpuClocks)) {
    try {
      return open()
    } catch {
      // Another system, a kernel without scheduler statistics, or an older Node: the next best.
    }
  }
  return silentCpuClock()
}

/** What `openThreadCpuClock` would read from, on this platform. */
export function threadCpuSource(): Measurement['taskCpu'] {
  const clock = openThreadCpuClock()
  clock.close()
  return clock.source
}
