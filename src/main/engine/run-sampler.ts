import type { Hertz, Milliseconds } from '#shared/model/units.ts'
import { allocateLoopBeats, LoopBeat } from '../platform/loop-beat.ts'
import { systemThreadId } from '../platform/thread-cpu-clock.ts'
import type { EngineParts, RecorderHandle, SamplerHandle } from './engine-parts.ts'
import type { PooledExecutor } from './pooled-executor.ts'
import type { Releases } from './releases.ts'

/** As often as samples come by default: what is read more rarely is booked in steps, and partly to the wrong time. */
const windowIntervalMs: Milliseconds = 100

/** Keeps the window's CPU time up to date in shared memory, until the returned function is called. */
function followWindow(read: () => Milliseconds | null, memory: Float64Array): () => void {
  const first = read()
  memory[0] = first ?? NaN
  // The command line has no window, and needs no timer to find that out again.
  if (first === null) return () => undefined
  const note = (): void => void (memory[0] = read() ?? NaN)
  const timer = setInterval(note, windowIntervalMs)
  return () => {
    clearInterval(timer)
    note()
  }
}

/**
 * Starts the run's sampler, with what it watches of this thread and of the window; null when nothing is to be sampled. It
 * stops with the releases at the latest; its `stop` may be called again.
 */
export async function startRunSampler<Recorder extends RecorderHandle>(
  parts: Pick<EngineParts<Recorder>, 'startSampler' | 'windowCpuMs' | 'toldEvents'>,
  executors: readonly PooledExecutor[],
  hz: Hertz,
  releases: Releases,
): Promise<SamplerHandle | null> {
  if (hz === 0) return null
  const mainBeats = allocateLoopBeats(1)
  const windowCpuMs = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  const sampler = await parts.startSampler({
    hz,
    slotThreadIds: executors.map(({ systemThreadIds }) => systemThreadIds),
    mainThreadId: systemThreadId(),
    mainBeats,
    // No strategy has two loops.
    taskBeats: executors.find(({ loopBeats }) => loopBeats !== null)?.loopBeats ?? null,
    windowCpuMs,
    toldEvents: parts.toldEvents,
  })
  const beat = new LoopBeat(mainBeats, 0)
  beat.start()
  const unfollowWindow = followWindow(parts.windowCpuMs, windowCpuMs)
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      // Before the last sample, which is to tell of them as they are now.
      beat.stop()
      unfollowWindow()
      await sampler.stop()
    })()
    return stopped
  }
  releases.add(stop)
  return { ...sampler, stop }
}
