import type { Milliseconds, RunMs } from '../../model/units.ts'
import { TaskQueue } from '../../scheduling/task-queue.ts'

/** Who is told when time has passed on a virtual machine. */
interface VirtualMachineListener {
  /** A thread has had the CPU time that it asked for. */
  computed(thread: number): void
  /** A sleeper's time has come. */
  woke(sleeper: number): void
}

/**
 * A clock and a machine with so many cores, which all runnable threads share equally (egalitarian processor sharing): with n
 * threads, and k of other programs that always want to run, on c cores, each goes at speed min(1, c / (n + k)). `attained` is the
 * CPU time that a thread which had been runnable all along would have got, the integral of that speed: a thread that becomes runnable at attained = a and needs s is
 * done at attained = a + s, whatever comes and goes meanwhile. So two heaps are enough, and an event costs O(log n).
 */
export class VirtualMachine {
  readonly #cores: number
  readonly #competitors: number
  readonly #listener: VirtualMachineListener
  /** Runnable threads, by the attained time at which they are done. */
  readonly #computing = new TaskQueue()
  /** By the time at which they wake. */
  readonly #sleeping = new TaskQueue()
  #attainedMs = 0
  #nowMs: RunMs = 0

  constructor(cores: number, competitors: number, listener: VirtualMachineListener) {
    if (!(cores > 0)) throw new Error(`Expected some cores, got ${cores}`)
    this.#cores = cores
    this.#competitors = competitors
    this.#listener = listener
  }

  get nowMs(): RunMs {
    return this.#nowMs
  }

  /** Makes a thread runnable until it has had so much CPU time. */
  compute(thread: number, cpuMs: Milliseconds): void {
    // Nobody's progress is measured from here: begin anew, so that sums of many tasks stay exact.
    if (this.#computing.size === 0) this.#attainedMs = 0
    this.#computing.push(thread, this.#attainedMs + cpuMs)
  }

  /** Wakes the sleeper after so much time. */
  sleep(sleeper: number, ms: Milliseconds): void {
    this.#sleeping.push(sleeper, this.#nowMs + ms)
  }

  /** Moves on to whatever happens next and tells it. False when nothing will ever happen again. */
  step(): boolean {
    const speed = Math.min(1, this.#cores / (this.#computing.size + this.#competitors))
    const computedAtMs =
      this.#computing.size === 0
        ? Infinity
        : this.#nowMs + (this.#computing.firstKey - this.#attainedMs) / speed
    const wokeAtMs = this.#sleeping.firstKey
    if (computedAtMs === Infinity && wokeAtMs === Infinity) return false
    if (computedAtMs <= wokeAtMs) {
      this.#nowMs = computedAtMs
      this.#attainedMs = this.#computing.firstKey
      this.#listener.computed(this.#computing.shift())
    } else {
      // Rounding must not carry it past the thread that is next.
      const attainedMs = this.#attainedMs + (wokeAtMs - this.#nowMs) * speed
      this.#attainedMs = Math.min(attainedMs, this.#computing.firstKey)
      this.#nowMs = wokeAtMs
      this.#listener.woke(this.#sleeping.shift())
    }
    return true
  }
}
