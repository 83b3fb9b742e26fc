import type { MessagePort } from 'node:worker_threads'
import type { ContentRequest } from './fetch-content.ts'

/**
 * What a held thread and its download bridge share for one download: four 32-bit words. The bridge posts the result
 * first and then changes the state, so that whoever sees the new state finds the result at the port.
 */
export const downloadWord = { state: 0, sharePerMillion: 1 } as const
export const downloadState = { running: 0, settled: 1 } as const

export type DownloadResult =
  { readonly kind: 'done'; readonly checksum: number } | { readonly kind: 'failed'; readonly message: string }

export type BridgeRequest =
  | {
      readonly kind: 'start'
      readonly id: number
      readonly request: ContentRequest
      readonly words: Int32Array
    }
  | { readonly kind: 'abort'; readonly id: number }

export interface BridgeReply {
  readonly id: number
  readonly result: DownloadResult
}

export interface BridgeData {
  readonly port: MessagePort
  /** One word: 1 as soon as the bridge listens. */
  readonly ready: Int32Array
}
