import { dirname, join } from 'node:path'
import type { RunSource } from '../reading/run-source.ts'
import type { FileLayer, WritableFile } from './file-layer.ts'

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as a test wants it`), { code })
}

interface FakeFile {
  bytes: Buffer
  /** Open files live on when they are removed. */
  path: string | null
}

/** For tests: a disk in memory, of which something can be made to go wrong. */
export class FakeFiles implements FileLayer {
  readonly folders = new Set<string>()
  readonly files = new Map<string, FakeFile>()
  readonly #open = new Set<FakeFile>()
  /** How many more calls that change something succeed before one fails, with this code. */
  failure: { left: number; readonly code: string } | null = null
  /** Calls that changed something. */
  changes = 0
  syncs = 0

  get openFiles(): number {
    return this.#open.size
  }

  makeLibrary(path: string): void {
    this.#change()
    this.folders.add(path)
  }

  makeFolder(path: string): void {
    this.#change()
    if (this.folders.has(path)) throw systemError('EEXIST')
    if (!this.folders.has(dirname(path))) throw systemError('ENOENT')
    this.folders.add(path)
  }

  create(path: string): WritableFile {
    this.#change()
    if (!this.folders.has(dirname(path))) throw systemError('ENOENT')
    const file: FakeFile = { bytes: Buffer.alloc(0), path }
    this.files.set(path, file)
    return this.#opened(file)
  }

  open(path: string): WritableFile {
    this.#change()
    const file = this.files.get(path)
    if (file === undefined) throw systemError('ENOENT')
    return this.#opened(file)
  }

  exists(path: string): boolean {
    return this.files.has(path) || this.folders.has(path)
  }

  #opened(file: FakeFile): WritableFile {
    this.#open.add(file)
    return {
      append: (...pieces) => {
        this.#change()
        file.bytes = Buffer.concat([file.bytes, ...pieces])
      },
      overwrite: (bytes) => {
        this.#change()
        file.bytes = Buffer.concat([bytes, file.bytes.subarray(bytes.byteLength)])
      },
      sync: () => {
        this.syncs++
      },
      isInPlace: () => file.path !== null,
      close: () => {
        this.#open.delete(file)
      },
    }
  }

  rename(from: string, to: string): void {
    this.#change()
    if (this.folders.delete(from)) {
      this.folders.add(to)
      for (const name of this.list(from)) this.#move(join(from, name), join(to, name))
    } else this.#move(from, to)
  }

  #move(from: string, to: string): void {
    const file = this.files.get(from)
    if (file === undefined) throw systemError('ENOENT')
    this.remove(to)
    this.files.delete(from)
    this.files.set(to, file)
    file.path = to
  }

  remove(path: string): void {
    const file = this.files.get(path)
    if (file !== undefined) file.path = null
    this.files.delete(path)
  }

  removeFolder(path: string): void {
    if ([...this.files.keys()].some((file) => dirname(file) === path)) throw systemError('ENOTEMPTY')
    this.folders.delete(path)
  }

  syncFolder(): void {
    this.syncs++
  }

  /** Takes a folder away, as somebody else would. */
  takeAway(folder: string): void {
    for (const path of [...this.files.keys()]) if (dirname(path) === folder) this.remove(path)
    this.folders.delete(folder)
  }

  /** Names in a folder. */
  list(folder: string): string[] {
    return [...this.files.keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1))
      .sort()
  }

  /** A folder's files, for who reads runs. */
  source(folder: string): RunSource {
    return {
      read: (name) => {
        const file = this.files.get(join(folder, name))
        return Promise.resolve(file === undefined ? null : { bytes: file.bytes, modifiedMs: 0 })
      },
    }
  }

  #change(): void {
    this.changes++
    if (this.failure !== null && this.failure.left-- <= 0) throw systemError(this.failure.code)
  }
}
