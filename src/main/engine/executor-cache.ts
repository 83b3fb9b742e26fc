import { assertNever } from '#shared/assert-never.ts'
import type { ExecutorShape } from './executor-shapes.ts'
import { ThreadPoolExecutor } from './piscina-executor.ts'
import type { PooledExecutor } from './pooled-executor.ts'
import { ProcessPoolExecutor } from './process-executor.ts'

function create(shape: ExecutorShape): PooledExecutor {
  switch (shape.kind) {
    case 'thread-pool':
      return new ThreadPoolExecutor(shape)
    case 'process-pool':
      return new ProcessPoolExecutor(shape)
    default:
      return assertNever(shape)
  }
}

/** Keeps executors between runs: the next run of the same shape finds its threads started. One user at a time. */
export class ExecutorCache {
  readonly #kept = new Map<string, PooledExecutor>()
  readonly #lent = new Map<PooledExecutor, string>()

  /**
   * Executors of these shapes, all ready. What was kept but is not asked for is closed first, so that idle threads of
   * another strategy do not sit in this one's memory. Rejects with a sentence when threads can't be had.
   */
  async borrow(shapes: readonly ExecutorShape[]): Promise<PooledExecutor[]> {
    const keys = shapes.map((shape) => JSON.stringify(shape))
    const unwanted = [...this.#kept].filter(([key]) => !keys.includes(key))
    for (const [key] of unwanted) this.#kept.delete(key)
    await Promise.all(unwanted.map(([, executor]) => executor.close()))

    const executors = shapes.map((shape, at) => {
      const key = keys[at] ?? ''
      const executor = this.#kept.get(key) ?? create(shape)
      this.#kept.delete(key)
      this.#lent.set(executor, key)
      return executor
    })
    try {
      await Promise.all(executors.map((executor) => executor.ready()))
    } catch (error) {
      await Promise.all(executors.map((executor) => this.giveBack(executor, false)))
      throw error
    }
    return executors
  }

  /** Takes an executor back: keeps it, or closes it when it is not fit for another run. */
  async giveBack(executor: PooledExecutor, isReusable: boolean): Promise<void> {
    const key = this.#lent.get(executor)
    this.#lent.delete(executor)
    if (key !== undefined && isReusable) this.#kept.set(key, executor)
    else await executor.close()
  }

  /** Ends every thread and process, lent ones too. */
  async close(): Promise<void> {
    const executors = [...this.#kept.values(), ...this.#lent.keys()]
    this.#kept.clear()
    this.#lent.clear()
    await Promise.all(executors.map((executor) => executor.close()))
  }
}
