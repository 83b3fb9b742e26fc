import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { constants } from 'node:os'
import process from 'node:process'
import { messageOf } from '#shared/message-of.ts'
import { LinkedProcess } from './platform/linked-process.ts'
import type { LaunchNode, NodeProcessWish, ProcessEnding } from './platform/node-process.ts'
import type { ProcessNotice, ProcessRequest } from './platform/process-messages.ts'

/** Whoever asked for a process learns this of it, never before it was given the process's port. */
interface Interest {
  started(processId: number): void
  ended(ending: ProcessEnding): void
}

/** What may be left to do for one whose parent is gone: to remove temporary files. */
const orphanGraceMs = 1000

/**
 * Electron gives what waitpid(2) says of a process that was killed, a number with the signal in its lower seven bits, but the mere exit code of one
 * that ended by itself, even where that is the number of a signal: hence the farewell.
 */
function readEnding(code: number, farewell: number | null, hasArrived: boolean): ProcessEnding {
  if (farewell !== null) return { kind: 'exited', code: farewell }
  const number = code & 0x7f
  const signal = Object.entries(constants.signals).find(([, of]) => of === number)?.[0]
  // One that ends before it has run any of our code, such as for a file that is not there, cannot say farewell.
  if (process.platform === 'win32' || !hasArrived || signal === undefined) return { kind: 'exited', code }
  return { kind: 'killed', signal: signal as NodeJS.Signals }
}

/** One utility process, and the children that it has asked for. */
class Child {
  readonly process: UtilityProcess
  readonly #children = new Map<number, Child>()
  #isKilled = false
  #hasEnded = false
  #hasArrived = false
  #farewell: number | null = null

  constructor({ file, arguments: args = [], name, variables, memoryLimitMb }: NodeProcessWish) {
    this.process = utilityProcess.fork(file, [...args], {
      serviceName: name,
      env: { ...process.env, ...variables },
      // The way in which V8 hears of it before it makes its heap: Node's own flag comes too late here.
      execArgv: memoryLimitMb === undefined ? [] : [`--js-flags=--max-old-space-size=${memoryLimitMb}`],
      // Standard output belongs to the reports; a child that runs out of memory prints pages.
      stdio: 'ignore',
    })
  }

  /** Begins to tell what becomes of it, and to serve it. */
  follow(interest: Interest, port: MessagePortMain): void {
    this.process.once('spawn', () => {
      const { pid } = this.process
      if (pid !== undefined) interest.started(pid)
      if (this.#isKilled) this.kill()
    })
    this.process.on('message', (request: ProcessRequest) => this.#hear(request))
    this.process.once('exit', (code) => {
      this.#hasEnded = true
      for (const child of this.#children.values()) child.endSoon()
      // Whatever else is read from it: that is what was done to it.
      interest.ended(
        this.#isKilled && this.#farewell === null
          ? { kind: 'killed', signal: 'SIGKILL' }
          : readEnding(code, this.#farewell, this.#hasArrived),
      )
    })
    this.process.postMessage({ kind: 'parent' } satisfies ProcessNotice, [port])
  }

  /** Electron's own way of ending one is polite: a process that computes does not listen. */
  kill(): void {
    this.#isKilled = true
    const { pid } = this.process
    if (this.#hasEnded || pid === undefined) return
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  }

  /** Its port has closed, which it hears unless it computes. */
  endSoon(): void {
    setTimeout(() => this.kill(), orphanGraceMs).unref()
  }

  #hear(request: ProcessRequest): void {
    switch (request.kind) {
      case 'arrived':
        this.#hasArrived = true
        break
      case 'leaving':
        this.#farewell = request.code
        break
      case 'kill':
        this.#children.get(request.number)?.kill()
        break
      case 'launch':
        this.#launch(request.number, request.wish)
        break
    }
  }

  #launch(number: number, wish: NodeProcessWish): void {
    const tell = (notice: ProcessNotice, ports?: MessagePortMain[]): void => {
      if (!this.#hasEnded) this.process.postMessage(notice, ports)
    }
    const interest: Interest = {
      started: (processId) => tell({ kind: 'started', number, processId }),
      ended: (ending) => {
        this.#children.delete(number)
        tell({ kind: 'ended', number, ending })
      },
    }
    startChild(wish, interest, (child, port) => {
      this.#children.set(number, child)
      tell({ kind: 'child', number }, [port])
    })
  }
}

/** Starts a process and hands on its port. */
function startChild(
  wish: NodeProcessWish,
  interest: Interest,
  take: (child: Child, port: MessagePortMain) => void,
): void {
  try {
    const child = new Child(wish)
    const { port1, port2 } = new MessageChannelMain()
    take(child, port1)
    child.follow(interest, port2)
  } catch (error) {
    const ending: ProcessEnding = { kind: 'not-started', message: messageOf(error) }
    setImmediate(() => interest.ended(ending))
  }
}

/**
 * Starts child processes from Electron's main process, without any need to turn Electron's executable into a plain Node: packages forbid
 * that. Serves these processes in turn when they ask for children of their own. To be called when the app is ready. Electron ends all of them
 * with the main process, even where that is killed.
 */
export const launchUtility: LaunchNode = (wish, listener) => {
  let running: Child | null = null
  const linked = new LinkedProcess(listener, () => running?.kill())
  startChild(wish, linkedInterest(linked), (child, port) => {
    running = child
    linked.connect(port)
  })
  return linked
}

function linkedInterest(linked: LinkedProcess): Interest {
  return { started: (processId) => linked.started(processId), ended: (ending) => linked.end(ending) }
}
