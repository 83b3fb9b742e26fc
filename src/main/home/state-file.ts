import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { makeFolder } from '../platform/make-folder.ts'
import { replaceFile } from '../platform/replace-file.ts'

const largestBytes = 1_000_000

/**
 * A small file of the app's own, of which nothing depends but convenience: what is broken counts as not there, and what cannot be written is
 * not kept. One value at a time; the last one written wins.
 */
export class StateFile<Value> {
  readonly #file: string
  #turn: Promise<unknown> = Promise.resolve()

  constructor(file: string) {
    this.#file = file
  }

  /** Null: nothing there that fits the schema. */
  read(schema: z.ZodType<Value>): Value | null {
    try {
      const stats = statSync(this.#file)
      if (!stats.isFile() || stats.size > largestBytes) return null
      const result = schema.safeParse(JSON.parse(readFileSync(this.#file, 'utf8')))
      return result.success ? result.data : null
    } catch {
      return null
    }
  }

  /** Resolves when it is written, or could not be. */
  write(value: Value): Promise<void> {
    const written = this.#turn.then(async () => {
      try {
        makeFolder(dirname(this.#file))
        await replaceFile(this.#file, JSON.stringify(value))
      } catch (error) {
        process.stderr.write(`Taskscope: ${this.#file} could not be written: ${String(error)}\n`)
      }
    })
    this.#turn = written
    return written
  }

  /** Resolves when nothing more is being written. */
  async settled(): Promise<void> {
    await this.#turn
  }
}
