import { closeSync, openSync, readSync } from 'node:fs'

/** A small file of the system's that is read again and again through one open descriptor. */
export interface ProcFile {
  /** Fills the bytes with the file's text as it is now and gives its length. Throws when what it tells of is gone. */
  read(bytes: Uint8Array): number
  close(): void
}

/** Throws when there is no such file, or none that may be read. Tests supply their own. */
export type OpenProcFile = (path: string) => ProcFile

export const openProcFile: OpenProcFile = (path) => {
  const descriptor = openSync(path, 'r')
  return {
    read: (bytes) => readSync(descriptor, bytes, 0, bytes.length, 0),
    close: () => closeSync(descriptor),
  }
}

/** Null where there is no such file. */
export function tryToOpen(open: OpenProcFile, path: string): ProcFile | null {
  try {
    return open(path)
  } catch {
    return null
  }
}

const zero = 48
const nine = 57
const minus = 45

/**
 * The number that the digits from `at` on make, without making a string; NaN where there is no digit. Exact up to 2^53: 104 days
 * in nanoseconds.
 */
export function parseNumber(bytes: Uint8Array, length: number, at: number): number {
  const isNegative = bytes[at] === minus
  const first = isNegative ? at + 1 : at
  let value = 0
  let end = first
  for (; end < length; end++) {
    const digit = bytes[end] as number
    if (digit < zero || digit > nine) break
    value = value * 10 + digit - zero
  }
  if (end === first) return NaN
  return isNegative ? -value : value
}

/** Where the field begins that comes `fields` spaces after `at`; `length` when there are not so many. */
export function skipFields(bytes: Uint8Array, length: number, at: number, fields: number): number {
  let next = at
  for (let left = fields; left > 0; left--) {
    while (next < length && bytes[next] !== 32) next++
    if (next >= length) return length
    next++
  }
  return next
}
