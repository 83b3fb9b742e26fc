import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

/** What the check tells these tests about the packages that it has made. */
export interface PackageUnderTest {
  /** The unpacked app. */
  readonly folder: string
  /** The same app as a deb. */
  readonly deb: string
  /** The runtime's own program, which runs the development build. */
  readonly electron: string
}

/** Throws where the tests are started by themselves: `npm test -- --only package` makes what they need. */
export function packageUnderTest(): PackageUnderTest {
  return {
    folder: variable('TASKSCOPE_PACKAGE_FOLDER'),
    deb: variable('TASKSCOPE_DEB'),
    electron: variable('TASKSCOPE_ELECTRON'),
  }
}

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`Expected ${name}: type "npm test -- --only package"`)
  return value
}

/** The checkout. */
export const projectRoot = join(import.meta.dirname, '..', '..')

/** Where the deb puts the app. */
export const installedFolder = '/usr/lib/taskscope'

/** What a program prints; throws with what it said when it fails. */
export function answer(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // A system has many files.
    maxBuffer: 1 << 28,
  })
}
