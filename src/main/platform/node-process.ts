import { fork, type ChildProcess } from 'node:child_process'
import process from 'node:process'

/** What a child process is given beside its program. */
export interface NodeProcessWish {
  readonly variables?: Readonly<Record<string, string>>
  /** JavaScript heap, in MiB; left out: V8's own limit. */
  readonly memoryLimitMb?: number
}

/**
 * Starts a plain Node process that runs the file, with a channel for messages. Inside Electron the executable is Electron's, and a
 * variable makes it a plain Node: packages have to leave that fuse (`RunAsNode`) on.
 */
export function forkNode(file: string, { variables, memoryLimitMb }: NodeProcessWish = {}): ChildProcess {
  return fork(file, [], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...variables },
    execArgv: memoryLimitMb === undefined ? [] : [`--max-old-space-size=${memoryLimitMb}`],
    serialization: 'advanced',
    // Standard output belongs to the reports; a child that runs out of memory prints pages.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
