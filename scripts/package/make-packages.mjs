import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buildIfChanged } from '../setup/build.mjs'
import { inProject } from '../setup/paths.mjs'
import { prepareRuntime } from '../setup/prepare.mjs'
import { say, SetUpProblem } from '../setup/say.mjs'
import { installPackagers } from '../setup/system-libraries.mjs'
import { budgetsMb } from './budgets.mjs'
import { buildTarget } from './build-target.mjs'
import { makeDeb } from './deb.mjs'
import { debianArchitecture } from './deb-control.mjs'
import { description, packageNames } from './identity.mjs'
import { makeIcons } from './make-icons.mjs'
import { releaseNotes } from './release-notes.mjs'
import { allTargets } from './targets.mjs'

/** Where everything ends up. */
export const outputFolder = inProject('dist')

/**
 * Makes every package that this machine can, or of those only the targets named in `only`. Gives
 * `{ runtime, names, rows: [{ system, name, whyNot, files, megabytes, budgetMb }] }`; `files` are paths, of folders for the target `dir`.
 */
export async function makePackages({ only } = {}) {
  await installPackagers()
  const runtime = await prepareRuntime({ needsVirtualDisplay: false })
  await buildIfChanged()
  const names = packageNames(runtime)
  if (names.isFallback) say(names.warning)
  rmSync(outputFolder, { recursive: true, force: true })
  mkdirSync(outputFolder, { recursive: true })
  const notes = releaseNotes(readFileSync(inProject('CHANGELOG.md'), 'utf8'), description.version)
  writeFileSync(join(outputFolder, 'release-notes.md'), notes)
  const icons = join(outputFolder, '.icons')
  await makeIcons(icons)

  const rows = []
  let folders = []
  for (const target of allTargets().filter(({ name }) => only === undefined || only.includes(name))) {
    const whyNot = await target.whyNot()
    const files = whyNot === undefined ? await make(target.name, { runtime, names, icons, folders }) : []
    if (target.name === 'dir' && target.isOurs) folders = files
    const megabytes = files.length > 0 ? Math.max(...files.map(sizeOf)) / 1e6 : undefined
    const failure = files.length === 0 ? 'electron-builder failed: see its words above.' : undefined
    rows.push({
      ...target,
      whyNot: whyNot ?? failure,
      isBroken: failure !== undefined && whyNot === undefined,
      files,
      megabytes,
      budgetMb: budgetsMb[target.name],
    })
  }
  rmSync(icons, { recursive: true, force: true })
  return { runtime, names, rows }
}

/** Makes one target; gives the paths of what came of it, none when it failed. */
async function make(target, { runtime, names, icons, folders }) {
  say(`Making ${target}.`)
  if (target === 'deb') return makeDebOf(folders, names, icons)
  const before = new Set(readdirSync(outputFolder))
  const isMade = await buildTarget(target, runtime, process.platform === 'linux' ? folders[0] : undefined)
  if (!isMade) return []
  const added = readdirSync(outputFolder).filter(
    (name) => !before.has(name) && !/\.(ya?ml|blockmap)$/.test(name),
  )
  for (const name of readdirSync(outputFolder))
    if (/\.(ya?ml|blockmap)$/.test(name)) rmSync(join(outputFolder, name))
  const isFolder = (name) => statSync(join(outputFolder, name)).isDirectory()
  if (target !== 'dir') return added.filter((name) => !isFolder(name)).map((name) => join(outputFolder, name))
  return added.filter(isFolder).map((name) => nameFolder(name, names))
}

/** The unpacked app under a name that says what it is, like every other package. */
function nameFolder(name, names) {
  const folder = join(outputFolder, `${names.stem}-${name.replace('-unpacked', '')}-${process.arch}`)
  renameSync(join(outputFolder, name), folder)
  if (names.isFallback) writeFileSync(join(folder, 'FOR-TESTS-ONLY.txt'), `${names.warning}\n`)
  return folder
}

async function makeDebOf([source], names, icons) {
  if (source === undefined || !existsSync(source))
    throw new SetUpProblem('The deb is made of the target dir: make that, too.')
  const file = join(outputFolder, `${names.stem}-${debianArchitecture()}.deb`)
  await makeDeb({ source, icons, file, names })
  return [file]
}

/** Bytes of a file, or of all files below a folder. */
export function sizeOf(path) {
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
