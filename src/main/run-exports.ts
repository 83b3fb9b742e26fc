import type { ExportState, FormatProgress } from '#shared/model/export-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { ReportFormat } from '#shared/model/report-format.ts'
import { messageOf } from '#shared/message-of.ts'
import type { Documents, ExportSource } from './documents/documents.ts'
import type { ExportOrder } from './documents/export-order.ts'

/** The export under way or the last one, and how it stands. One at a time: two would only hold each other up. */
export class RunExports {
  readonly #documents: Pick<Documents, 'exportRun'>
  readonly #tell: (state: ExportState) => void
  #state: ExportState = { kind: 'none' }
  #cancelling: AbortController | null = null
  #files: readonly string[] = []

  /** `tell` hears every change. */
  constructor(documents: Pick<Documents, 'exportRun'>, tell: (state: ExportState) => void) {
    this.#documents = documents
    this.#tell = tell
  }

  get state(): ExportState {
    return this.#state
  }

  get isUnderWay(): boolean {
    return this.#cancelling !== null
  }

  /** Full paths of what the last export wrote. */
  get files(): readonly string[] {
    return this.#files
  }

  /** Begins; how it goes on, and how it ends, is told. Throws when one is under way. */
  start(runId: RunId, source: ExportSource, order: ExportOrder): void {
    if (this.#cancelling !== null) throw new Error('Expected no export to be under way, got one')
    const cancelling = new AbortController()
    this.#cancelling = cancelling
    this.#files = []
    const progress = new Map<ReportFormat, FormatProgress>(
      order.formats.map((format) => [format, { kind: 'waiting' }]),
    )
    const tell = (kind: 'running' | 'over'): void => {
      this.#state = {
        kind,
        runId,
        formats: [...progress].map(([format, how]) => ({ format, progress: how })),
      }
      this.#tell(this.#state)
    }
    const note = (format: ReportFormat, how: FormatProgress): void => {
      progress.set(format, how)
      tell('running')
    }
    tell('running')
    void this.#documents
      .exportRun(source, order, note, cancelling.signal)
      .then(
        (outcomes) => {
          for (const { format, outcome } of outcomes) progress.set(format, outcome)
          this.#files = outcomes.flatMap(({ files }) => files)
        },
        (error: unknown) => {
          const message = messageOf(error)
          for (const [format, { kind }] of progress)
            if (kind === 'waiting' || kind === 'writing') progress.set(format, { kind: 'failed', message })
        },
      )
      .finally(() => {
        this.#cancelling = null
        tell('over')
      })
  }

  cancel(): void {
    this.#cancelling?.abort()
  }
}
