import type { NodeProcess, NodeProcessListener, ProcessEnding } from './node-process.ts'
import type { ProcessPort } from './process-messages.ts'

/** A port whose other end has died closes at once; this is for one that does not, for whatever reason. */
const closingPatienceMs = 1000

/** A utility process as whoever asked for it sees it: what it says comes through a port, what becomes of it from the main process. */
export class LinkedProcess implements NodeProcess {
  readonly #listener: NodeProcessListener
  readonly #kill: () => void
  #processId: number | null = null
  #port: ProcessPort | null = null
  /** Messages from before there was a port. */
  #unsent: unknown[] = []
  #isPortClosed = false
  #ending: ProcessEnding | null = null
  #isOver = false
  #patience: NodeJS.Timeout | undefined

  constructor(listener: NodeProcessListener, kill: () => void) {
    this.#listener = listener
    this.#kill = kill
  }

  get processId(): number | null {
    return this.#processId
  }

  send(message: unknown): void {
    if (this.#isOver) return
    if (this.#port === null) this.#unsent.push(message)
    else this.#port.postMessage(message)
  }

  kill(): void {
    if (this.#ending === null) this.#kill()
  }

  /** Begins to listen, and sends what has waited. */
  connect(port: ProcessPort): void {
    this.#port = port
    port.on('message', ({ data }) => {
      if (!this.#isOver) this.#listener.heard(data)
    })
    port.on('close', () => {
      this.#isPortClosed = true
      this.#conclude()
    })
    port.start()
    for (const message of this.#unsent) port.postMessage(message)
    this.#unsent = []
  }

  started(processId: number): void {
    this.#processId = processId
    this.#listener.started?.(processId)
  }

  /** Its end is told once everything that it said has been heard: the news of it takes another way. */
  end(ending: ProcessEnding): void {
    this.#ending = ending
    if (this.#port === null) this.#isPortClosed = true
    this.#patience = setTimeout(() => {
      this.#isPortClosed = true
      this.#conclude()
    }, closingPatienceMs)
    this.#conclude()
  }

  #conclude(): void {
    if (this.#isOver || this.#ending === null || !this.#isPortClosed) return
    this.#isOver = true
    clearTimeout(this.#patience)
    this.#port?.close()
    this.#listener.ended(this.#ending)
  }
}
