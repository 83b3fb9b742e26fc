import process from 'node:process'
import type { LaunchNode } from '../platform/node-process.ts'
import { messageOf } from '#shared/message-of.ts'
import { assertNever } from '#shared/assert-never.ts'
import { createDeferred } from './deferred.ts'
import type { ExecutorShape } from './executor-shapes.ts'
import { ThreadPoolExecutor } from './piscina-executor.ts'
import type { PooledExecutor } from './pooled-executor.ts'
import { ProcessPoolExecutor } from './process-executor.ts'

function create(shape: ExecutorShape, launch: LaunchNode): PooledExecutor {
  switch (shape.kind) {
    case 'thread-pool':
      return new ThreadPoolExecutor(shape)
    case 'process-pool':
      return new ProcessPoolExecutor(shape, launch)
    default:
      return assertNever(shape)
  }
}

/** Keeps executors between runs: the next run of the same shape finds its threads started. One user at a time. */
export class ExecutorCache {
  readonly #launch: LaunchNode
  readonly #kept = new Map<string, PooledExecutor>()
  readonly #lent = new Map<PooledExecutor, string>()
  /** Executors on their way out: many threads that were just starting take seconds to end, and nobody else has to wait for it. */
  readonly #closing = new Set<Promise<void>>()

  /** `launch`: how child processes are started here. */
  constructor(launch: LaunchNode) {
    this.#launch = launch
  }

  /**
   * Executors of these shapes, all ready. What was kept but is not asked for is closed first, so that idle threads of
   * another strategy do not sit in this one's memory. Rejects with a sentence when threads can't be had, and soon after `signal`
   * says that nobody wants them any more.
   */
  async borrow(shapes: readonly ExecutorShape[], signal: AbortSignal): Promise<PooledExecutor[]> {
    const keys = shapes.map((shape) => JSON.stringify(shape))
    for (const [key, executor] of [...this.#kept]) {
      if (keys.includes(key)) continue
      this.#kept.delete(key)
      this.#discard(executor)
    }
    // Threads that are still ending would take cores from the run that is about to be measured.
    await this.#closed(signal)

    const executors = shapes.map((shape, at) => {
      const key = keys[at] ?? ''
      const executor = this.#kept.get(key) ?? create(shape, this.#launch)
      this.#kept.delete(key)
      this.#lent.set(executor, key)
      return executor
    })
    const stop = (): void => {
      // Whoever waits for one of them to be ready hears that it is closed.
      for (const executor of executors) this.giveBack(executor, false)
    }
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    try {
      await Promise.all(executors.map((executor) => executor.ready()))
      signal.throwIfAborted()
    } catch (error) {
      stop()
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
    }
    return executors
  }

  /** Takes an executor back, once: keeps it, or begins to close it when it is not fit for another run. */
  giveBack(executor: PooledExecutor, isReusable: boolean): void {
    const key = this.#lent.get(executor)
    if (key === undefined) return
    this.#lent.delete(executor)
    if (isReusable) this.#kept.set(key, executor)
    else this.#discard(executor)
  }

  /** Ends every thread and process, lent ones too. */
  async close(): Promise<void> {
    const executors = [...this.#kept.values(), ...this.#lent.keys()]
    this.#kept.clear()
    this.#lent.clear()
    for (const executor of executors) this.#discard(executor)
    await Promise.all(this.#closing)
  }

  #discard(executor: PooledExecutor): void {
    const closing = executor
      .close()
      // Nobody waits for this one: a failure is reported, and stops neither the next run nor the app.
      .catch((error: unknown) => process.emitWarning(messageOf(error)))
      .finally(() => this.#closing.delete(closing))
    this.#closing.add(closing)
  }

  /** Resolves when everything that was given up is gone; rejects when the signal says that nobody waits any more. */
  async #closed(signal: AbortSignal): Promise<void> {
    const aborted = createDeferred<never>()
    aborted.promise.catch(() => undefined)
    const abort = (): void => aborted.reject(signal.reason)
    signal.addEventListener('abort', abort)
    try {
      signal.throwIfAborted()
      await Promise.race([Promise.all(this.#closing), aborted.promise])
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }
}
