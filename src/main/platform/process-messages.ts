import type { NodeProcessWish, ProcessEnding } from './node-process.ts'

/**
 * What Electron's main process and its utility processes say to each other about child processes. Only the main process can start one:
 * whoever else wants one asks it, is given a port to the new process, and from then on speaks with it directly. Children are told apart by
 * numbers of whoever asked.
 */
export type ProcessNotice =
  /** To a new process, with its port to whoever asked for it. */
  | { readonly kind: 'parent' }
  /** To whoever asked, with the port to its child. */
  | { readonly kind: 'child'; readonly number: number }
  | { readonly kind: 'started'; readonly number: number; readonly processId: number }
  | { readonly kind: 'ended'; readonly number: number; readonly ending: ProcessEnding }

/** What a utility process says to the main process. */
export type ProcessRequest =
  /** It runs our code. */
  | { readonly kind: 'arrived' }
  | { readonly kind: 'launch'; readonly number: number; readonly wish: NodeProcessWish }
  | { readonly kind: 'kill'; readonly number: number }
  /** The last that it says. The system's account of its end does not tell an exit code from a signal. */
  | { readonly kind: 'leaving'; readonly code: number }

/** One end of a channel between two processes, as Electron makes it (`MessagePortMain`). */
export interface ProcessPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  /** The other end is no more; comes after everything that it said. */
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** A utility process's line to the main process, as Electron makes it (`process.parentPort`). */
export interface MainLine {
  postMessage(message: ProcessRequest): void
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ProcessPort[] }) => void,
  ): unknown
}
