import type { OpenProcFile } from './proc-file.ts'

/** Files of the system's for tests: text by path, which may change or go away while they are open. */
export class FakeProc {
  readonly files = new Map<string, string>()
  /** Paths in the order in which they were opened. */
  readonly opened: string[] = []
  reads = 0
  /** How many are open now. */
  openCount = 0

  readonly open: OpenProcFile = (path) => {
    if (!this.files.has(path)) throw new Error(`ENOENT: ${path}`)
    this.opened.push(path)
    this.openCount++
    return {
      read: (bytes) => {
        const text = this.files.get(path)
        if (text === undefined) throw new Error(`ESRCH: ${path}`)
        this.reads++
        const { written } = new TextEncoder().encodeInto(text, bytes)
        return written
      },
      close: () => {
        this.openCount--
      },
    }
  }

  /** Sets what the system says of a thread: times in ms, and the processor that it was last on. */
  setThread(threadId: number, onCpuMs: number, readyMs: number, processor: number, name = 'node'): void {
    const folder = `/proc/${threadId}/task/${threadId}`
    this.files.set(`${folder}/schedstat`, `${onCpuMs * 1e6} ${readyMs * 1e6} 17\n`)
    this.files.set(`${folder}/stat`, threadStat(threadId, name, processor))
  }

  endThread(threadId: number): void {
    this.files.delete(`/proc/${threadId}/task/${threadId}/schedstat`)
    this.files.delete(`/proc/${threadId}/task/${threadId}/stat`)
  }
}

/** A thread's `stat` as of Linux 6.18. */
export function threadStat(threadId: number, name: string, processor: number): string {
  const before = `R 19364 19364 13403 0 -1 4194368 2358 0 0 0 4 19 0 0 20 0 12 0 1175192 1666764800 15255`
  const memory = '18446744073709551615 11988992 39846385 140727831496352 0 0 0 0 16781312 17922 0 0 0 -1'
  return `${threadId} (${name}) ${before} ${memory} ${processor} 0 0 0 0 0 90418888 90555584 838635520 0\n`
}
