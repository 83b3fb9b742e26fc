import { join } from 'node:path'
import { expect, test } from 'vitest'
import { desktopExecutable, type RuntimeConditions } from './desktop-executable.ts'

/** A machine on which only these files are. */
function machine(
  files: Readonly<Record<string, string>>,
  more: Partial<RuntimeConditions> = {},
): RuntimeConditions {
  return {
    platform: 'linux',
    variables: {},
    ownExecutable: null,
    exists: (file) => file in files,
    read: (file) => files[file] ?? null,
    ...more,
  }
}

const note = join('app', 'node_modules', '.cache', 'taskscope-runtime.json')
const pathFile = join('app', 'node_modules', 'electron', 'path.txt')
const packaged = join('app', 'node_modules', 'electron', 'dist', 'electron')

test('the runtime that somebody names comes first, then what the set-up noted, then the package’s own', () => {
  const files = {
    [join('mine', 'electron')]: '',
    [note]: JSON.stringify({ executable: 'noted' }),
    noted: '',
    [pathFile]: 'electron\n',
    [packaged]: '',
  }
  const variables = { ELECTRON_OVERRIDE_DIST_PATH: 'mine' }
  expect([
    desktopExecutable('app', machine(files, { variables })),
    desktopExecutable('app', machine(files)),
    desktopExecutable('app', machine({ ...files, [note]: 'not JSON' })),
    desktopExecutable('app', machine({ ...files, [note]: '{"executable":"gone"}' })),
    desktopExecutable('app', machine(files, { ownExecutable: 'noted', variables })),
  ]).toEqual([join('mine', 'electron'), 'noted', packaged, packaged, 'noted'])
})

test('what is named but not there is no runtime', () => {
  expect([
    desktopExecutable('app', machine({}, { variables: { TASKSCOPE_ELECTRON: 'gone' } })),
    desktopExecutable('app', machine({ [pathFile]: 'electron' })),
  ]).toEqual([null, null])
})
