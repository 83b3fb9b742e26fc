import type { DocumentFacts } from '#shared/analysis/run-document.ts'
import type { Run, RunBatch, RunHeader } from '#shared/model/run.ts'
import type { Stretch } from './batch-ring.ts'
import type { SampleShape } from '#shared/model/sample.ts'

/** A batch on its way to the thread. */
export interface SentBatch {
  readonly batch: RunBatch
  /** Where the batch's events are, which it then comes without; null: it has them. To be released, whatever becomes of the run. */
  readonly stretch: Stretch | null
}

/** What the thread that writes runs is told. `saving` numbers what is to be saved, from 1. */
export type WriterOrder =
  | {
      readonly kind: 'begin'
      readonly saving: number
      readonly library: string
      readonly facts: DocumentFacts
      readonly header: RunHeader
      readonly shape: SampleShape
      /** What has been recorded before; null: nothing yet. */
      readonly soFar: Run | null
    }
  /** To be taken in this order, and written at once. */
  | { readonly kind: 'batches'; readonly saving: number; readonly batches: readonly SentBatch[] }
  /** Leave it as it stands. */
  | { readonly kind: 'give-up'; readonly saving: number }
  /** End; told when nothing is being saved. */
  | { readonly kind: 'close' }

/** What the thread tells. */
export type WriterNews =
  /** It takes orders. */
  | { readonly kind: 'ready' }
  /** The run is over, and whole on the disk. */
  | { readonly kind: 'saved'; readonly saving: number }
  /** Nothing more will be written of it. */
  | { readonly kind: 'failed'; readonly saving: number; readonly message: string }
