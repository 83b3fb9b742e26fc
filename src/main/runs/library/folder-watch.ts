import { watch } from 'node:fs'
import type { Milliseconds } from '#shared/model/units.ts'

/** Calls back once after the time given, unless the returned function is called before. */
export type After = (ms: Milliseconds, callback: () => void) => () => void

/** Timers that keep no process alive. */
export const realAfter: After = (ms, callback) => {
  const timer = setTimeout(callback, ms).unref()
  return () => clearTimeout(timer)
}

/** Tells of what changes in a folder: the name of what did, null where the system does not say. Gives how to end it; throws where it can't be watched. */
export type WatchFolder = (
  folder: string,
  onChange: (name: string | null) => void,
  onFailed: () => void,
) => () => void

/** Names of what is made, removed, renamed or touched right in a folder; not what goes on inside of its folders. */
export const watchFolder: WatchFolder = (folder, onChange, onFailed) => {
  const watcher = watch(folder, { persistent: false })
  watcher.on('change', (_kind, name) => onChange(typeof name === 'string' ? name : null))
  watcher.on('error', () => {
    watcher.close()
    onFailed()
  })
  return () => watcher.close()
}
