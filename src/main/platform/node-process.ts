/** How a child process ended. */
export type ProcessEnding =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: NodeJS.Signals }
  /** It never ran, with the system's reason. */
  | { readonly kind: 'not-started'; readonly message: string }

/** What a child process is to be. */
export interface NodeProcessWish {
  /** A module of ours, which speaks to its parent through `parent-link.ts`. */
  readonly file: string
  readonly arguments?: readonly string[]
  /** What the app's list of its processes calls it. */
  readonly name: string
  /** Beside this process's own. */
  readonly variables?: Readonly<Record<string, string>>
  /** JavaScript heap, in MiB; left out: V8's own limit. */
  readonly memoryLimitMb?: number
}

/** What is heard of a child process; nothing before the call that starts it has returned. */
export interface NodeProcessListener {
  /** The system has it, under this id. Left out by whoever needs no id. */
  started?(processId: number): void
  /** Whatever it says: whoever wrote its program knows what that is. */
  heard(message: unknown): void
  /** Once, and after everything that it said. */
  ended(ending: ProcessEnding): void
}

/** A child process with a channel for messages, whose values are cloned as structures. */
export interface NodeProcess {
  /** Null until the system has it. */
  readonly processId: number | null
  /** A message to one that is about to end is lost: its end says so. */
  send(message: unknown): void
  /** Ends it at once, whatever it does; nothing to do where it has ended. */
  kill(): void
}

/** Starts a child process that runs a module of ours on the same Node, and ends with this process. Never throws: one that cannot be started has ended. */
export type LaunchNode = (wish: NodeProcessWish, listener: NodeProcessListener) => NodeProcess

/** Such as "exit code 5" or "signal SIGKILL", or the system's reason for not starting it. */
export function describeEnding(ending: ProcessEnding): string {
  switch (ending.kind) {
    case 'exited':
      return `exit code ${ending.code}`
    case 'killed':
      return `signal ${ending.signal}`
    case 'not-started':
      return ending.message
  }
}
