import { app } from 'electron'
import { setTimeout as sleep } from 'node:timers/promises'

/** Threads, processes and files that take longer to close are stuck. */
const closeLimitMs = 20_000

/** Closes everything before the process ends: threads, temporary files and the content server go first, whatever of it fails. */
export function closeBeforeQuit(close: () => readonly Promise<unknown>[]): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    const allClosed = Promise.allSettled(close())
    // Not `quit`: while this event is being handled, Electron takes no notice of it. Nor for ever, whatever is stuck.
    void Promise.race([allClosed, sleep(closeLimitMs, undefined, { ref: false })]).then(() => app.exit(0))
  })
}
