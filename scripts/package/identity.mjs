import { readFileSync } from 'node:fs'
import { inProject } from '../setup/paths.mjs'

/** What the app and its files are called wherever a system asks. */
export const identity = {
  appId: 'io.github.taskscope.Taskscope',
  /** The program of the window; `taskscope` without more is the command line. */
  executable: 'taskscope-desktop',
  command: 'taskscope',
  maintainer: 'The Taskscope authors <taskscope@users.noreply.github.com>',
  homepage: 'https://github.com/taskscope/taskscope',
  copyright: 'Copyright © 2026 The Taskscope authors',
  mimeType: 'application/vnd.taskscope.run+zip',
  runFileSuffix: 'taskscope',
}

/** What package.json says of the app. */
export const description = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))

/**
 * How packages are named that carry `runtime`. One that carries the fallback runtime says so in every name, and sorts before the
 * same version for users, which therefore replaces it.
 */
export function packageNames({ kind, version: electronVersion }) {
  const { version } = description
  const isFallback = kind === 'fallback'
  return {
    isFallback,
    stem: `taskscope-${version}${isFallback ? `-fallback-electron-${electronVersion}` : ''}`,
    debianVersion: debianVersion(version) + (isFallback ? `~fallback.electron.${electronVersion}` : ''),
    warning: `For tests only: this package carries the older runtime Electron ${electronVersion}, not the one that ships.`,
  }
}

/** A pre-release sorts before its release: Debian writes that with a tilde (Debian Policy, 5.6.12). */
const debianVersion = (version) => version.replace('-', '~')
