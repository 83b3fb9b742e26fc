import { parseNumber, skipFields, tryToOpen, type OpenProcFile, type ProcFile } from './proc-file.ts'

const nanosecondsPerMs = 1e6
const closingBracket = 41
/** Fields between a thread's name and the processor that it was last on: proc(5) numbers them 3 ("state") to 39. */
const fieldsToProcessor = 37

// Longer than what the files hold; the readers share them, since each reading is over before the next begins.
const scheduling = new Uint8Array(96)
const status = new Uint8Array(1024)

/** Nanoseconds on CPU and on a run queue, from the text of `schedstat`, as ms in `times`. False when it holds no two numbers. */
export function parseSchedstat(bytes: Uint8Array, length: number, times: ThreadTimes): boolean {
  const onCpu = parseNumber(bytes, length, 0)
  const ready = parseNumber(bytes, length, skipFields(bytes, length, 0, 1))
  if (Number.isNaN(onCpu + ready)) return false
  times.onCpuMs = onCpu / nanosecondsPerMs
  times.readyMs = ready / nanosecondsPerMs
  return true
}

/** The processor's number from the text of a thread's `stat`; NaN when it is not there. The name may hold spaces and brackets. */
export function parseProcessor(bytes: Uint8Array, length: number): number {
  let nameEnd = length - 1
  while (nameEnd >= 0 && bytes[nameEnd] !== closingBracket) nameEnd--
  if (nameEnd < 0) return NaN
  return parseNumber(bytes, length, skipFields(bytes, length, nameEnd, fieldsToProcessor))
}

/** Time that a thread has used or wanted since it began, in ms. */
export interface ThreadTimes {
  onCpuMs: number
  /**
   * Ready to run, but without a core. The kernel adds a wait when it is over, so a thread that waits for longer than an interval shows
   * it all in the interval in which it gets its core.
   */
  readyMs: number
}

/** Watches one thread of this process, or the first thread of another, from outside. Linux only. */
export class ThreadWatch implements ThreadTimes {
  onCpuMs = NaN
  readyMs = NaN
  readonly #open: OpenProcFile
  readonly #folder: string
  #schedstat: ProcFile | null = null
  #stat: ProcFile | null = null

  constructor(threadId: number, open: OpenProcFile) {
    this.#open = open
    // By way of the thread's own id: child processes are found the same way as threads of this process.
    this.#folder = `/proc/${threadId}/task/${threadId}`
  }

  /** Takes a reading. False when the thread is gone or can't be watched: the times are those of the last reading then. */
  read(): boolean {
    this.#schedstat ??= tryToOpen(this.#open, `${this.#folder}/schedstat`)
    if (this.#schedstat === null) return false
    try {
      return parseSchedstat(scheduling, this.#schedstat.read(scheduling), this)
    } catch {
      // It has ended.
      return false
    }
  }

  /** The number of the processor that it was last on; NaN when that can't be told. */
  readProcessor(): number {
    this.#stat ??= tryToOpen(this.#open, `${this.#folder}/stat`)
    if (this.#stat === null) return NaN
    try {
      return parseProcessor(status, this.#stat.read(status))
    } catch {
      return NaN
    }
  }

  close(): void {
    this.#schedstat?.close()
    this.#stat?.close()
    this.#schedstat = null
    this.#stat = null
  }
}
