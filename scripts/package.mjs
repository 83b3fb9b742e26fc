// npm run package: every package that this machine can make, into dist/, after fetching and building whatever is missing for it.
//   npm run package -- --only dir,deb    some of them; all others wrap the dir
// Ends with a table, and with exit code 1 when something failed or is larger than its budget.
import { relative } from 'node:path'
import { installDependencies } from './setup/dependencies.mjs'
import { aloneInCheckout } from './setup/lock.mjs'
import { projectRoot } from './setup/paths.mjs'
import { giveUp, say, SetUpProblem } from './setup/say.mjs'

async function makeAll(only) {
  const { names, rows } = await aloneInCheckout(async () => {
    await installDependencies()
    const { makePackages } = await import('./package/make-packages.mjs')
    return makePackages({ only })
  })
  const table = rows.map((row) => [`${row.system} ${row.name}`, ...describe(row)])
  const widths = [0, 1].map((column) => Math.max(...table.map((cells) => cells[column].length)))
  for (const [target, size, where] of table)
    console.log(`${target.padEnd(widths[0])}  ${size.padEnd(widths[1])}  ${where}`)
  console.log('\nRelease notes: dist/release-notes.md')
  if (names.isFallback) say(names.warning)
  if (rows.some((row) => row.isBroken || isOver(row))) process.exitCode = 1
}

const isOver = ({ megabytes, budgetMb }) => megabytes > budgetMb

function describe(row) {
  if (row.whyNot !== undefined) return ['not made', row.whyNot]
  const size = `${row.megabytes.toFixed(0)} of ${row.budgetMb} MB${isOver(row) ? ', too large' : ''}`
  return [size, row.files.map((file) => relative(projectRoot, file)).join(', ')]
}

/** The targets named after --only; undefined for all. */
function readOnly([option, value, ...rest]) {
  if (option === undefined) return undefined
  if (option === '--only' && value !== undefined && rest.length === 0) return value.split(',')
  throw new SetUpProblem(
    'Type "npm run package", or "npm run package -- --only" with some of the targets, such as dir,deb.',
  )
}

try {
  await makeAll(readOnly(process.argv.slice(2)))
} catch (error) {
  giveUp(error)
}
