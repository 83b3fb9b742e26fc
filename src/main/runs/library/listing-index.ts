import { appendFile, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LibraryEntry } from '#shared/model/saved-run.ts'
import type { FolderStamp } from './folder-stamp.ts'
import { isLasting, rowOf, RowReader } from './index-row.ts'
import { replaceFile } from '../../platform/replace-file.ts'

/** An entry, and what its folder's stamp was before it was read. */
export interface KnownEntry {
  readonly stamp: FolderStamp
  readonly entry: LibraryEntry
}
export type KnownEntries = ReadonlyMap<string, KnownEntry>

/** Changes with what an entry is, or with what is read for it: an index of another version is made anew. */
const header = '{"kind":"taskscope-library-index","schemaVersion":1}'
/** Larger ones are no index of ours, but something gone wrong. */
const mostBytes = 1 << 28
/** Read in between two turns of the loop: some ms. */
const linesAtOnce = 1_000
/** Lines that stand for nothing any more, beside as many as there are entries, before the file is written anew. */
const mostSpareLines = 500

function parseLine(line: string, rows: RowReader): readonly [string, KnownEntry] | null {
  try {
    const parsed = JSON.parse(line) as unknown
    if (!Array.isArray(parsed)) return null
    const [name, stamp, row] = parsed as unknown[]
    if (typeof name !== 'string' || !Array.isArray(stamp) || !Array.isArray(row)) return null
    if (!stamp.every((changed) => typeof changed === 'number')) return null
    const entry = rows.read(name, row)
    return entry === null ? null : [name, { stamp, entry }]
  } catch {
    // Torn off, garbled, or written by two at once: what it said is read again from the run's folder.
    return null
  }
}

/** Nothing for what is not kept. */
function linesOf(entries: KnownEntries): string[] {
  const lines: string[] = []
  for (const [name, { stamp, entry }] of entries) {
    if (isLasting(entry)) lines.push(`${JSON.stringify([name, stamp, rowOf(entry)])}\n`)
  }
  return lines
}

/**
 * A cache of listings in the library's folder, `.index.ndjson`: after a header a line for each run that is over, its name, its stamp, its row (`rowOf`); of several
 * lines for one name the last counts. Nothing depends on it: what is missing, garbled or out of date is read from the folders again.
 * New entries are appended in one write, so that two processes do not harm each other; now and then it is written anew.
 */
export class ListingIndex {
  readonly #file: string
  #lines = 0
  #isUsable = false

  constructor(library: string) {
    this.#file = join(library, '.index.ndjson')
  }

  /** What it has; nothing where it cannot be read. */
  async read(): Promise<Map<string, KnownEntry>> {
    const entries = new Map<string, KnownEntry>()
    const rows = new RowReader()
    const lines = await this.#readLines()
    this.#isUsable = lines[0] === header
    this.#lines = lines.length
    if (!this.#isUsable) return entries
    for (let at = 1; at < lines.length; at++) {
      const line = lines[at] ?? ''
      const known = line === '' ? null : parseLine(line, rows)
      if (known !== null) entries.set(...known)
      if (at % linesAtOnce === 0) await nextTurn()
    }
    return entries
  }

  /** Keeps what is new; `all` is everything that is worth keeping. Never rejects: it is but a cache. */
  async keep(fresh: KnownEntries, all: () => KnownEntries): Promise<void> {
    if (fresh.size === 0 && this.#isUsable) return
    try {
      const isCrowded = this.#lines + fresh.size > 2 * all().size + mostSpareLines
      if (!this.#isUsable || isCrowded) await this.#rewrite(all())
      else await this.#append(fresh)
    } catch {
      // A full disk, a folder that may not be written: then listings are read from the folders each time.
      this.#isUsable = false
    }
  }

  async #readLines(): Promise<string[]> {
    try {
      const { size } = await stat(this.#file)
      return size > mostBytes ? [] : (await readFile(this.#file, 'utf8')).split('\n')
    } catch {
      return []
    }
  }

  async #rewrite(all: KnownEntries): Promise<void> {
    const lines = linesOf(all)
    await replaceFile(this.#file, `${header}\n${lines.join('')}`)
    this.#lines = lines.length + 1
    this.#isUsable = true
  }

  async #append(fresh: KnownEntries): Promise<void> {
    const lines = linesOf(fresh)
    // A new line first: whoever wrote last may have been killed in the middle of theirs.
    await appendFile(this.#file, `\n${lines.join('')}`)
    this.#lines += lines.length + 1
  }
}
