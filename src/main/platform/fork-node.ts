import { fork } from 'node:child_process'
import process from 'node:process'
import type { LaunchNode, ProcessEnding } from './node-process.ts'

/** Starts child processes from a plain Node: the command line from a checkout, its run hosts, and tests. */
export const forkNode: LaunchNode = (wish, listener) => {
  const { file, variables, memoryLimitMb } = wish
  const child = fork(file, wish.arguments ?? [], {
    env: { ...process.env, ...variables },
    execArgv: memoryLimitMb === undefined ? [] : [`--max-old-space-size=${memoryLimitMb}`],
    serialization: 'advanced',
    // Standard output belongs to the reports; a child that runs out of memory prints pages.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let isOver = false
  const end = (ending: ProcessEnding): void => {
    if (isOver) return
    isOver = true
    listener.ended(ending)
  }
  child.once('spawn', () => {
    if (child.pid !== undefined) listener.started?.(child.pid)
  })
  child.on('message', (message) => listener.heard(message))
  // `exit` does not come when the process could not even be started. Other errors (it died as it was sent something) are followed by
  // an exit that tells more.
  child.on('error', ({ message }) => {
    if (child.pid === undefined) end({ kind: 'not-started', message })
  })
  child.once('exit', (code, signal) =>
    end(signal === null ? { kind: 'exited', code: code ?? 0 } : { kind: 'killed', signal }),
  )
  return {
    get processId() {
      return child.pid ?? null
    },
    send(message) {
      if (child.connected && typeof message === 'object' && message !== null)
        child.send(message, () => undefined)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
