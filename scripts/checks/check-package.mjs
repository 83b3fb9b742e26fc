import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { budgetsMb } from '../package/budgets.mjs'
import { runtimeVariables } from '../setup/electron-runtime.mjs'
import { aloneInCheckout } from '../setup/lock.mjs'
import { isCommandThere, packageTool } from '../setup/run.mjs'
import { installPackageCheckers, installTestPrograms } from '../setup/system-libraries.mjs'
import { openVirtualDisplay } from '../setup/virtual-display.mjs'
import { tallyPlaywright } from './tally.mjs'

const standardOutput = 1

/** Makes the packages that this machine can install, installs them, uses them, and removes them. */
export async function checkPackage({ reportFolder }) {
  const obstacle = whyNot()
  if (obstacle !== undefined) {
    console.log(`Skipped: ${obstacle}`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  const { makePackages, sizeOf } = await import('../package/make-packages.mjs')
  const { runtime, rows } = await aloneInCheckout(async () => {
    await installTestPrograms()
    await installPackageCheckers()
    return makePackages({ only: ['dir', 'deb'] })
  })
  const made = rows.filter(({ isOurs }) => isOurs)
  const failed = made.filter(
    ({ whyNot, megabytes, budgetMb }) => whyNot !== undefined || megabytes > budgetMb,
  )
  for (const { name, whyNot, megabytes, budgetMb } of made)
    console.log(whyNot ?? `${name}: ${megabytes.toFixed(1)} MB of at most ${budgetMb}`)
  if (failed.length > 0) return { passed: 0, failed: failed.length, skipped: 0 }

  const [folder, deb] = ['dir', 'deb'].map((name) => made.find((row) => row.name === name).files[0])
  const ownMb = sizeOf(join(folder, 'resources', 'app.asar')) / 1e6
  console.log(`what is ours in it: ${ownMb.toFixed(1)} MB of at most ${budgetsMb.app}`)
  if (ownMb > budgetsMb.app) return { passed: 0, failed: 1, skipped: 0 }
  const display = await openVirtualDisplay()
  const report = `${reportFolder}/package.json`
  const config = inProject('e2e', 'packaged', 'playwright.config.ts')
  const exitCode = await packageTool(
    '@playwright/test',
    ['test', '--config', config, '--retries=0', '--reporter=list,json'],
    {
      tool: 'playwright',
      output: standardOutput,
      env: {
        ...runtimeVariables(runtime),
        ...display.variables,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        TASKSCOPE_PACKAGE_FOLDER: folder,
        TASKSCOPE_DEB: deb,
      },
    },
  )
  await display.close()
  return tallyPlaywright(report, exitCode)
}

/** A real installation is what this is about: it takes the right to install, and what installs. */
function whyNot() {
  if (process.platform !== 'linux') return 'the deb is made and installed on Debian and its relatives only.'
  if (process.getuid() !== 0) return 'installing a package takes root.'
  if (!['dpkg', 'dpkg-deb', 'apt-get', 'setpriv'].every(isCommandThere))
    return 'there is no dpkg here, or no setpriv (util-linux).'
  if (isInstalled())
    return 'Taskscope is installed on this machine already, and that is not for a test to remove.'
  return undefined
}

const isInstalled = () => isCommandThere('taskscope-desktop')
