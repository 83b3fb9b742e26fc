import { isOver, type Run } from '../model/run.ts'

/**
 * The same function, which remembers what it gave for a run that is over: its columns do not change any more, and window, findings, accounts
 * and a dozen reports all ask. Forgotten with the run.
 */
export function oncePerRun<Result>(derive: (run: Run) => Result): (run: Run) => Result {
  const known = new WeakMap<Run, { readonly result: Result }>()
  return (run) => {
    if (!isOver(run.phase)) return derive(run)
    const before = known.get(run)
    if (before !== undefined) return before.result
    const result = derive(run)
    known.set(run, { result })
    return result
  }
}
