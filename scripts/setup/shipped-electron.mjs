import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFallbackPossible } from './fallback-electron.mjs'
import { cacheFolder, inProject } from './paths.mjs'
import { packageTool } from './run.mjs'
import { say } from './say.mjs'

const secondMs = 1000
const dayMs = 24 * 60 * 60 * secondMs

/** The Electron that package.json pins, downloaded by its own installer; undefined when that doesn't work. */
export async function shippedElectron() {
  const { version } = JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8'))
  const alreadyThere = installed(version)
  if (alreadyThere !== undefined) return alreadyThere

  const failureFile = join(cacheFolder(), `electron-${version}-not-downloaded`)
  if (isFallbackPossible() && isYoungerThanADay(failureFile)) return undefined

  say(`Downloading Electron ${version}.`)
  const exitCode = await packageTool('electron', [], {
    tool: 'install-electron',
    // A variable that points elsewhere would make the installer look there instead.
    env: { ELECTRON_OVERRIDE_DIST_PATH: undefined, ELECTRON_SKIP_BINARY_DOWNLOAD: undefined },
    // A host that can't be reached fails within seconds; this ends one that answers and then falls silent.
    timeoutMs: (isFallbackPossible() ? 2 : 20) * 60 * secondMs,
    // Where a fallback follows, the installer's stack trace would only look like a failure.
    errors: isFallbackPossible() ? 'ignore' : 'inherit',
  })
  const runtime = exitCode === 0 ? installed(version) : undefined
  if (runtime === undefined) {
    mkdirSync(cacheFolder(), { recursive: true })
    writeFileSync(failureFile, 'Taskscope tries the download again a day after this file was written.\n')
  } else {
    rmSync(failureFile, { force: true })
  }
  return runtime
}

function installed(version) {
  const folder = inProject('node_modules', 'electron', 'dist')
  const pathFile = inProject('node_modules', 'electron', 'path.txt')
  // The installer writes path.txt last, so a half unpacked folder has none.
  if (!existsSync(pathFile) || !existsSync(join(folder, 'version'))) return undefined
  if (readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') !== version) return undefined
  const executable = join(folder, readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? { kind: 'shipped', version, folder, executable } : undefined
}

function isYoungerThanADay(file) {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < dayMs
}
