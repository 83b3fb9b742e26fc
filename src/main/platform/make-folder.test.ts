import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taskscope-make-folder-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

test('a folder is made with those above it, and left as it is where it is there', () => {
  const deep = join(folder, 'a', 'b', 'c')
  makeFolder(deep)
  writeFileSync(join(deep, 'kept'), '')
  makeFolder(deep)
  symlinkSync(deep, join(folder, 'link'))
  makeFolder(join(folder, 'link', 'd'))
  expect([existsSync(join(deep, 'kept')), statSync(join(deep, 'd')).isDirectory()]).toEqual([true, true])
})

test('where the system says again and again that there is no such folder, that is the answer', () => {
  const tried: string[] = []
  const likeProc = (path: string): void => {
    tried.push(path)
    throw systemError('ENOENT')
  }
  const nope = join(folder, 'nope')
  expect(() => makeFolder(join(nope, 'runs'), likeProc)).toThrow('ENOENT')
  expect(tried).toEqual([join(nope, 'runs'), nope, folder, nope])
})

test.runIf(process.platform === 'linux')('below /proc there is an answer at once', () => {
  expect(() => makeFolder('/proc/nope/deeper')).toThrow('ENOENT')
  expect(() => makeFolder('/proc/nope')).toThrow('ENOENT')
  expect(() => makeFolder('/proc')).not.toThrow()
})

test('a file in its place or above it, and a disk that cannot be written to, are said to be that', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => makeFolder(join(folder, 'file'))).toThrow('EEXIST')
  expect(() => makeFolder(join(folder, 'file', 'deeper'))).toThrow('ENOTDIR')
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'))
  expect(() => makeFolder(join(folder, 'dangling', 'deeper'))).toThrow('EEXIST')
  const readOnly = (path: string): void => {
    if (path === join(folder, 'new')) throw systemError('EROFS')
    throw systemError('ENOENT')
  }
  expect(() => makeFolder(join(folder, 'new', 'deeper'), readOnly)).toThrow('EROFS')
})

test('somebody else may be quicker', () => {
  const racing = (path: string): void => {
    mkdirSync(path)
    // Theirs: ours finds it there.
    mkdirSync(path)
  }
  makeFolder(join(folder, 'a', 'b'), racing)
  expect(existsSync(join(folder, 'a', 'b'))).toBe(true)
})
