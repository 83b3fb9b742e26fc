import type { Finding } from '#shared/model/finding.ts'
import type { Run } from '#shared/model/run.ts'
import { evidenceFlags } from './evidence.ts'

/** The finding whose evidence stands out in the picture. */
export class Highlight {
  #finding = $state.raw<Finding | null>(null)
  #matches = $state.raw<Uint8Array | null>(null)

  /** Null: none. */
  get finding(): Finding | null {
    return this.#finding
  }

  /** One flag per task, as of a search; null: no task stands out. */
  get matches(): Uint8Array | null {
    return this.#matches
  }

  show(run: Run, finding: Finding): void {
    this.#finding = finding
    this.#matches = evidenceFlags(run, finding.evidence)
  }

  clear(): void {
    this.#finding = null
    this.#matches = null
  }
}
