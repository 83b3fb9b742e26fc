import process from 'node:process'
import type { Worker } from 'node:worker_threads'
import type { Milliseconds } from '#shared/model/units.ts'

/** True when it settles within that time. */
async function settlesWithin(promise: Promise<unknown>, limitMs: Milliseconds): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const isLate = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), limitMs)))
  const isSettled = promise.then(
    () => true,
    () => true,
  )
  return Promise.race([isSettled, isLate]).finally(() => clearTimeout(timer))
}

/**
 * Waits for the end of a thread that has been told to end. One that does not is ended by force after the limit; one that not even that ends,
 * which has been seen once in some thousand threads in Electron, is left behind after as long again, with a warning: nobody may wait for it
 * for ever. `exited` settles when the thread has ended, `name` is what the warning calls it.
 */
export async function endOfThread(
  thread: Pick<Worker, 'terminate' | 'unref'>,
  exited: Promise<unknown>,
  { name, limitMs }: { readonly name: string; readonly limitMs: Milliseconds },
): Promise<void> {
  if (await settlesWithin(exited, limitMs)) return
  // Its promise may never settle, either.
  void thread.terminate()
  if (await settlesWithin(exited, limitMs)) return
  thread.unref()
  process.emitWarning(`The thread of ${name} did not end and is left behind`)
}
