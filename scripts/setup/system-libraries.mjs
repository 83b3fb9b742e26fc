// Electron brings its own browser but not the libraries of a Linux desktop. On Debian and its relatives we install
// what is missing if we may; whether something is still missing then, the Electron program itself tells.
import { answerOf, isCommandThere, run } from './run.mjs'
import { say, SetUpProblem } from './say.mjs'

/** Each line is one package: its name, before that the name that newer releases gave it. Our own deb depends on them, too. */
export const runtimeLibraries = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libdrm2'],
]
/** Letters to draw, fewer warnings, and what unpacks the fallback runtime. */
const extras = [['fonts-liberation'], ['dbus'], ['unzip']]
const virtualDisplay = [['xvfb'], ['xauth']]
/** What tests read our reports with: a browser of its own, PDF tools, and a parser of metrics; and what watches the network, and makes one. */
const readers = [['chromium'], ['poppler-utils'], ['python3-prometheus-client'], ['strace'], ['iproute2']]
/** What packages are made with, and what checks them: keys for the installed app, and the rules of desktop entries. */
const packagers = [['7zip', 'p7zip-full']]
const packageCheckers = [['xdotool'], ['desktop-file-utils'], ['shared-mime-info']]

/** Installs missing packages where that needs no password: as root, with apt-get. Elsewhere it does nothing. */
export async function installSystemLibraries({ needsVirtualDisplay }) {
  const wanted = [...runtimeLibraries, ...extras, ...(needsVirtualDisplay ? virtualDisplay : [])]
  const { names, isDone } = await installMissing(wanted, 'system libraries')
  if (!isDone) {
    throw new SetUpProblem(
      `Some system libraries could not be installed: ${howToInstall(names)}, then try again.`,
    )
  }
}

/** Likewise, the programs that tests check reports with. Where they are not to be had, those tests are skipped, and say so. */
export async function installTestPrograms() {
  const { names, isDone } = await installMissing(
    readers,
    'what the tests read reports and watch the network with',
  )
  if (!isDone) say(`Some tests will be skipped: ${howToInstall(names)} to run them, too.`)
}

/** What makes packages. Without it fewer kinds of them are made, which is said in its place. */
export const installPackagers = () => installMissing(packagers, 'what makes packages')

/** What the tests of an installed package need. False when some of it is missing. */
export async function installPackageCheckers() {
  return (await installMissing([...packageCheckers, ...virtualDisplay], 'what checks packages')).isDone
}

/** `names`: of the packages that were missing; `isDone`: none is any more, or it is not for us to install them. */
async function installMissing(wanted, what) {
  const nothing = { names: [], isDone: true }
  if (process.platform !== 'linux' || process.getuid() !== 0 || !isCommandThere('apt-get')) return nothing
  const missing = withoutInstalled(wanted)
  if (missing.length === 0) return nothing

  say(`Installing ${what} (apt-get): ${missing.map((names) => names.at(-1)).join(', ')}.`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // Another package manager may be at work on a machine that has just started.
  const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0']
  // Old lists may still do, so only the installation decides.
  await run('apt-get', ['update', ...patient], { env })
  const names = missing.map(currentName)
  const exitCode = await run('apt-get', ['install', '-y', '--no-install-recommends', ...patient, ...names], {
    env,
  })
  return { names, isDone: exitCode === 0 }
}

/** Fails when the Electron program at `executable` doesn't find all its libraries. */
export function checkLibraries(executable) {
  if (process.platform !== 'linux') return
  const unresolved = (answerOf('ldd', [executable]) ?? '').match(/\S+(?= => not found)/g)
  if (unresolved === null) return
  const files = [...new Set(unresolved)]
  const packages = isCommandThere('apt-get') ? withoutInstalled(runtimeLibraries).map(currentName) : []
  // Package names differ from system to system; where we don't know them, the files name what to look for.
  const advice = howToInstall(packages.length > 0 ? packages : files)
  throw new SetUpProblem(`Electron does not find ${files.join(', ')}: ${advice}, then try again.`)
}

/** The middle of a sentence: what to type, or on a system that we don't know, what to install. */
export function howToInstall(packages) {
  if (!isCommandThere('apt-get')) return `install ${packages.join(', ')} with this system's package manager`
  const administrator = process.getuid() === 0 ? '' : 'sudo '
  return `type "${administrator}apt-get install --no-install-recommends ${packages.join(' ')}"`
}

function withoutInstalled(packages) {
  const answer = answerOf('dpkg-query', ['--show', '--showformat', '${db:Status-Status} ${Package}\n']) ?? ''
  const installed = new Set(answer.match(/(?<=^installed ).*$/gm))
  return packages.filter((names) => !names.some((name) => installed.has(name)))
}

/** The name that this release offers: where a package got a new name, the old one can't be installed any more. */
function currentName(names) {
  return names.find((name) => answerOf('apt-cache', ['show', '--no-all-versions', name])) ?? names.at(-1)
}
