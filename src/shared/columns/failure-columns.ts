import type { TaskIndex } from '../model/ids.ts'
import type { TaskFailure } from '../model/task.ts'
import type { Column } from './column-format.ts'
import { PackedError } from './packed-error.ts'

/** Failures as columns: of a million that say the same, the text is there once. */
export function failureColumns(all: ReadonlyMap<TaskIndex, TaskFailure>): {
  readonly failures: ReadonlyMap<string, Column>
  readonly texts: ReadonlyMap<string, Column>
  readonly units: ReadonlyMap<string, Column>
} {
  const positions = new Map<string, number>()
  const positionOf = (text: string): number => {
    const known = positions.get(text)
    if (known !== undefined) return known
    positions.set(text, positions.size)
    return positions.size - 1
  }
  const task = new Int32Array(all.size)
  const name = new Int32Array(all.size)
  const message = new Int32Array(all.size)
  let row = 0
  for (const [failed, failure] of all) {
    task[row] = failed
    name[row] = positionOf(failure.name)
    message[row] = positionOf(failure.message)
    row++
  }
  const length = Int32Array.from(positions.keys(), (text) => text.length)
  const unit = new Uint16Array(length.reduce((sum, units) => sum + units, 0))
  let at = 0
  for (const text of positions.keys())
    for (let position = 0; position < text.length; position++) unit[at++] = text.charCodeAt(position)
  return {
    failures: new Map(Object.entries({ task, name, message })),
    texts: new Map(Object.entries({ length })),
    units: new Map(Object.entries({ unit })),
  }
}

/** Texts of the given lengths, from one after the other. Throws a `PackedError` where they are not as long as the units. */
export function textsOf(lengths: Column, units: Uint16Array): string[] {
  const texts: string[] = []
  let at = 0
  for (const length of lengths) {
    if (length < 0 || length > units.length - at)
      throw new PackedError(`Expected a text of at most ${units.length - at} units, got one of ${length}.`)
    const parts: string[] = []
    // Arguments of a call have their bounds.
    for (const end = at + length; at < end;) {
      const part = units.subarray(at, Math.min(end, at + 8_192))
      parts.push(String.fromCharCode(...part))
      at += part.length
    }
    texts.push(parts.join(''))
  }
  if (at !== units.length) throw new PackedError(`Expected ${at} units of text, got ${units.length}.`)
  return texts
}
