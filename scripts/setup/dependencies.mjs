import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject } from './paths.mjs'
import { npm } from './run.mjs'
import { say, SetUpProblem } from './say.mjs'

// Inside node_modules, so that it disappears together with what it vouches for.
const stampFile = inProject('node_modules', '.taskscope-installed')

/** Installs what package-lock.json names, unless exactly that is installed already. */
export async function installDependencies() {
  checkNodeVersion()
  const wanted = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  refuseBorrowedFolder()
  say('Installing the dependencies (npm ci). This takes a minute, and only happens when they change.')
  const exitCode = await npm(['ci', '--include=dev'], {
    // Electron itself comes later, with a fallback for where it can't be downloaded.
    env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  })
  if (exitCode !== 0) {
    throw new SetUpProblem(
      'The dependencies could not be installed: type "npm ci" to see why, then try again.',
    )
  }
  writeFileSync(stampFile, wanted)
}

/** npm empties the folder before it fills it, and goes through a link to do so. */
function refuseBorrowedFolder() {
  const folder = inProject('node_modules')
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return
  throw new SetUpProblem(
    `${folder} is a link, and npm would empty the folder that it leads to: remove the link, then try again.`,
  )
}

/** Some packages carry compiled parts, so another platform needs another installation. */
function fingerprint() {
  const lockFile = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex')
  return `${lockFile} ${process.platform} ${process.arch}\n`
}

function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetUpProblem(
    `Taskscope needs Node 20.19 or newer and this is ${process.versions.node}: ` +
      'install a newer Node, then type the same command again.',
  )
}
