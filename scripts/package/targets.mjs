import { isCommandThere } from '../setup/run.mjs'
import { hasSevenZip } from './build-target.mjs'

/** Where electron-builder fetches the tools of most targets. */
const toolHost = process.env.ELECTRON_BUILDER_BINARIES_MIRROR ?? 'https://github.com/'
const patienceMs = 5000

/**
 * What a package can be, by the system that makes it. `whyNot` gives what is missing as a sentence, or undefined. The `dir` comes first:
 * all others wrap it. macOS makes its targets for both processors, and so makes its folders itself.
 */
const targetsOf = {
  linux: [
    { name: 'dir', whyNot: () => undefined },
    { name: 'deb', whyNot: () => needsCommand('dpkg-deb', 'the package dpkg') },
    { name: 'tar.gz', whyNot: () => (hasSevenZip() ? undefined : needsTools('7-zip')) },
    { name: 'AppImage', whyNot: () => needsTools('the AppImage runtime and mksquashfs') },
    {
      name: 'rpm',
      whyNot: async () => needsCommand('rpmbuild', 'the package rpm') ?? (await needsTools('fpm')),
    },
  ],
  darwin: ['dir', 'dmg', 'zip'].map((name) => ({
    name,
    whyNot: () => (name === 'dir' ? undefined : needsTools('its packers')),
  })),
  win32: ['dir', 'nsis', 'portable', 'zip'].map((name) => ({
    name,
    whyNot: () => (name === 'dir' ? undefined : needsTools('NSIS and 7-zip')),
  })),
}
const systemNames = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

/** Every target of every system: `[{ system, name, whyNot }]`, those of this one first. */
export function allTargets() {
  const systems = Object.keys(targetsOf).sort(
    (one, other) => Number(other === process.platform) - Number(one === process.platform),
  )
  return systems.flatMap((system) =>
    targetsOf[system].map(({ name, whyNot }) => ({
      system: systemNames[system],
      name,
      isOurs: system === process.platform,
      whyNot: system === process.platform ? whyNot : () => `It is made on ${systemNames[system]} only.`,
    })),
  )
}

function needsCommand(command, where) {
  return isCommandThere(command) ? undefined : `The program ${command} is missing: install ${where}.`
}

let isReachable

/** Asked once: whether electron-builder will get its tools. */
async function needsTools(what) {
  isReachable ??= fetch(toolHost, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) }).then(
    () => true,
    () => false,
  )
  return (await isReachable)
    ? undefined
    : `electron-builder fetches ${what} from ${new URL(toolHost).host}, which cannot be reached from here.`
}
