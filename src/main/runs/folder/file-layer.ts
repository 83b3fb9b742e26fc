import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
  writevSync,
} from 'node:fs'
import { makeFolder } from '../../platform/make-folder.ts'

/** A file that somebody writes. Every method throws the system's error. */
export interface WritableFile {
  /** All of the pieces at its end, with one call of the system, or none of them as far as that can be had. */
  append(...pieces: readonly Uint8Array[]): void
  /** In place of what stands at its beginning. */
  overwrite(bytes: Uint8Array): void
  /** Returns when the disk has everything. */
  sync(): void
  /** Whether it still is what its path leads to: what is written to a file that was removed goes nowhere. */
  isInPlace(): boolean
  close(): void
}

/** The file system as run folders are written: injected, so that tests can fill the disk. Synchronous: it is used on a thread of its own. */
export interface FileLayer {
  /** With the folders above it; does nothing where it is there. */
  makeLibrary(path: string): void
  /** Throws where anything of that name is there. */
  makeFolder(path: string): void
  /** An empty file, in place of what is there. */
  create(path: string): WritableFile
  /** A file that is there, to be appended to. */
  open(path: string): WritableFile
  exists(path: string): boolean
  /** A file takes the place of another; a folder that of none. */
  rename(from: string, to: string): void
  /** Does nothing where it is not there. */
  remove(path: string): void
  /** Throws where it holds anything. */
  removeFolder(path: string): void
  /** Returns when the disk knows the names of what the folder holds, where the platform can tell. */
  syncFolder(path: string): void
}

function writeWhole(descriptor: number, bytes: Uint8Array, position: number): void {
  let written = 0
  while (written < bytes.byteLength)
    written += writeSync(descriptor, bytes, written, bytes.byteLength - written, position + written)
}

class SystemFile implements WritableFile {
  readonly #path: string
  readonly #descriptor: number
  #bytes: number

  constructor(path: string, flags: 'w' | 'r+') {
    this.#path = path
    this.#descriptor = openSync(path, flags)
    this.#bytes = fstatSync(this.#descriptor).size
  }

  append(...pieces: readonly Uint8Array[]): void {
    const bytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
    try {
      const written = writevSync(this.#descriptor, pieces, this.#bytes)
      // It may stop in the middle: the rest is written in one piece.
      if (written < bytes)
        writeWhole(this.#descriptor, Buffer.concat(pieces).subarray(written), this.#bytes + written)
    } catch (error) {
      // A disk that is full takes the beginning: without it, the file ends with what is whole.
      ftruncateSync(this.#descriptor, this.#bytes)
      throw error
    }
    this.#bytes += bytes
  }

  overwrite(bytes: Uint8Array): void {
    writeWhole(this.#descriptor, bytes, 0)
    this.#bytes = Math.max(this.#bytes, bytes.byteLength)
  }

  sync(): void {
    fdatasyncSync(this.#descriptor)
  }

  isInPlace(): boolean {
    const found = statSync(this.#path, { throwIfNoEntry: false, bigint: true })
    return found !== undefined && found.ino === fstatSync(this.#descriptor, { bigint: true }).ino
  }

  close(): void {
    closeSync(this.#descriptor)
  }
}

/** The real one. */
export const systemFiles: FileLayer = {
  makeLibrary: (path) => makeFolder(path),
  makeFolder: (path) => mkdirSync(path),
  create: (path) => new SystemFile(path, 'w'),
  open: (path) => new SystemFile(path, 'r+'),
  exists: (path) => existsSync(path),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
  removeFolder: (path) => rmdirSync(path),
  syncFolder(path) {
    let descriptor: number | null = null
    try {
      descriptor = openSync(path, 'r')
      fsyncSync(descriptor)
    } catch {
      // Windows does not open folders; its file system keeps names in a journal of its own.
    } finally {
      if (descriptor !== null) closeSync(descriptor)
    }
  },
}
