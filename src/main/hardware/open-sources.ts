import process from 'node:process'
import type { Measurement } from '#shared/model/measurement.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { openThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import { CoreFrequency } from './core-frequency.ts'
import { CoreLoad } from './core-load.ts'
import { openCoreTimes, type CoreTimesSource } from './core-times.ts'
import { LoopDelays } from './loop-delays.ts'
import { openBootClock, Sleep, Throttling } from './machine-events.ts'
import { MemoryUse, openProcessMemory, openSystemMemory } from './memory.ts'
import { OwnUsage } from './own-usage.ts'
import { openProcFile } from './proc-file.ts'
import type { SampleSource } from './sample-source.ts'
import { SlotThreads } from './slot-threads.ts'
import { Temperature } from './temperature.ts'
import { ThreadWatch } from './thread-times.ts'

/** What a sampler is to watch. All memory is shared with those who keep it up to date. */
export interface WatchedThreads {
  /** The system's ids of the slots' threads, in the order of the slots; 0: not known. They change when a thread is replaced. */
  readonly slotThreadIds: readonly Int32Array[]
  /** The system's id of the thread that runs the scheduler and the recorder. */
  readonly mainThreadId: number
  /** How late that thread's loop is (`loop-beat.ts`). */
  readonly mainBeats: Float64Array
  /** How late the loop is that tasks share; null: there is none. */
  readonly taskBeats: Float64Array | null
  /** One double: CPU time of the app's other processes so far, in ms. */
  readonly windowCpuMs: Float64Array
  /** What the system told the app of: two doubles (`machine-events.ts`). */
  readonly toldEvents: Float64Array
}

/** Where the sampled numbers come from on this machine. */
export type SampledFrom = Pick<
  Measurement,
  'coreTimes' | 'coreTickMs' | 'slotThreads' | 'frequency' | 'temperature'
>

/** What is simulated has no tick: any share can be told. */
const simulatedTickMs: Milliseconds = 0.001

/** Linux and macOS count in hundredths of a second, whatever the kernel's own tick is; Windows in its clock interrupts. */
function coreTickMs({ name }: CoreTimesSource): Milliseconds {
  if (name === 'simulated') return simulatedTickMs
  return process.platform === 'win32' ? 15.625 : 10
}

/** Everything that a sample tells, as far as this platform does. Files stay open until the thread ends, which closes them. */
export function openSources(
  watched: WatchedThreads,
  childProcessIds: () => readonly number[],
): { readonly sources: readonly SampleSource[]; readonly from: SampledFrom } {
  const coreTimes = openCoreTimes()
  const processMemory = openProcessMemory()
  const frequency = new CoreFrequency(coreTimes.numbers, openProcFile)
  const temperature = new Temperature(openProcFile)
  const mainThread = new ThreadWatch(watched.mainThreadId, openProcFile)
  const threadsAreThere = mainThread.read() && mainThread.onCpuMs > 0
  const sources: readonly SampleSource[] = [
    new CoreLoad(coreTimes),
    ...(threadsAreThere ? [new SlotThreads(watched.slotThreadIds, coreTimes.numbers, openProcFile)] : []),
    new OwnUsage(mainThread, openThreadCpuClock(), watched.windowCpuMs),
    new LoopDelays(watched.mainBeats, watched.taskBeats),
    new MemoryUse(openSystemMemory(openProcFile), () => processMemory(childProcessIds())),
    new Sleep(openBootClock(), watched.toldEvents),
    new Throttling(openProcFile, watched.toldEvents),
    ...(frequency.isThere ? [frequency] : []),
    ...(temperature.isThere ? [temperature] : []),
  ]
  return {
    sources,
    from: {
      coreTimes: coreTimes.name,
      coreTickMs: coreTickMs(coreTimes),
      slotThreads: threadsAreThere ? 'proc-task' : 'none',
      frequency: frequency.isThere ? 'cpufreq' : 'none',
      temperature: temperature.isThere ? 'thermal-zone' : 'none',
    },
  }
}
