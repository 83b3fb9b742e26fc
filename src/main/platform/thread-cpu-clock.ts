import { closeSync, openSync, readlinkSync, readSync } from 'node:fs'
import process from 'node:process'

/** Time that the calling thread has used or wanted, in ms since it began; NaN where the platform does not say. */
export interface ThreadCpuClock {
  /** Takes a reading: the two values below are of that moment. */
  read(): void
  onCpuMs: number
  /** Ready to run, but without a core. */
  readyMs: number
  close(): void
}

const nanosecondsPerMs = 1e6

/**
 * Linux: `/proc/self/task/<tid>/schedstat`, "time on CPU, time waiting on a run queue, timeslices", the first two in
 * nanoseconds (kernel documentation, sched-stats). Read through one open descriptor, parsed without a string.
 */
function openSchedstat(): ThreadCpuClock {
  // `thread-self` names the thread that resolves it; the descriptor must not depend on who reads it.
  const thread = readlinkSync('/proc/thread-self')
  const descriptor = openSync(`/proc/${thread}/schedstat`, 'r')
  const bytes = Buffer.alloc(96)
  const clock: ThreadCpuClock = {
    onCpuMs: NaN,
    readyMs: NaN,
    read() {
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

function openThreadCpuUsage(threadCpuUsage: ThreadCpuUsage): ThreadCpuClock {
  const clock: ThreadCpuClock = {
    onCpuMs: NaN,
    readyMs: NaN,
    read() {
      const usage = threadCpuUsage()
      clock.onCpuMs = (usage.user + usage.system) / 1e3
    },
    close: () => undefined,
  }
  return clock
}

/** The best clock that this platform has for the calling thread; one that knows nothing where there is none. */
export function openThreadCpuClock(): ThreadCpuClock {
  try {
    return openSchedstat()
  } catch {
    // Not Linux, or a kernel without scheduler statistics: the next best source, looked for, never assumed by version.
    const { threadCpuUsage } = process as { threadCpuUsage?: ThreadCpuUsage }
    if (typeof threadCpuUsage === 'function') return openThreadCpuUsage(threadCpuUsage.bind(process))
    return { onCpuMs: NaN, readyMs: NaN, read: () => undefined, close: () => undefined }
  }
}
