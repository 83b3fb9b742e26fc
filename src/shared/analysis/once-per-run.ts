import { isOver, type Run } from '../model/run.ts'
import { textFormatInUse } from '../texts/language.ts'

/**
 * The same function, which remembers what it gave for a run that is over: its columns do not change any more, and window, findings, accounts
 * and a dozen reports all ask. Forgotten with the run. With `keyOf`, one result is remembered for each key.
 */
export function oncePerRun<Result>(
  derive: (run: Run) => Result,
  keyOf: () => string = () => '',
): (run: Run) => Result {
  const known = new WeakMap<Run, Map<string, { readonly result: Result }>>()
  return (run) => {
    if (!isOver(run.phase)) return derive(run)
    const ofRun = known.get(run) ?? new Map<string, { readonly result: Result }>()
    const key = keyOf()
    const before = ofRun.get(key)
    if (before !== undefined) return before.result
    const result = derive(run)
    ofRun.set(key, { result })
    known.set(run, ofRun)
    return result
  }
}

/** The same for what says something in words, of which there is one for each way of writing. */
export function oncePerRunAndTextFormat<Result>(derive: (run: Run) => Result): (run: Run) => Result {
  return oncePerRun(derive, () => {
    const { language, numbers, byteUnits } = textFormatInUse()
    return `${language} ${numbers} ${byteUnits}`
  })
}
