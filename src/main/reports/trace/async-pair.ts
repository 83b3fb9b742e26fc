import { microsecondsText } from './trace-clock.ts'
import { processId } from './trace-threads.ts'

/** Something with a beginning and an end that may overlap others of its thread. */
export interface AsyncPair {
  /** Tells pairs of one category apart; those of one category and id nest. */
  readonly category: string
  readonly id: number
  readonly thread: number
  /** A JSON string. */
  readonly name: string
}

/** Begins a pair; `fields` are those of its `args`, as JSON. */
export function asyncBegin({ category, id, thread, name }: AsyncPair, ns: number, fields: string): string {
  return `{"ph":"b","pid":${processId},"tid":${thread},"ts":${microsecondsText(ns)},"cat":"${category}","id":${id},"name":${name},"args":{${fields}}}`
}

/** Ends it. */
export function asyncEnd({ category, id, thread, name }: AsyncPair, ns: number): string {
  return `{"ph":"e","pid":${processId},"tid":${thread},"ts":${microsecondsText(ns)},"cat":"${category}","id":${id},"name":${name}}`
}
