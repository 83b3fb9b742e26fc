// Runs electronegativity over a folder, and prints what it found as JSON.
//   node run-electronegativity.mjs <its package's folder> <folder to look at> <version of Electron>
import { createRequire } from 'node:module'

const [packageFolder, input, electronVersionOverride] = process.argv.slice(2)
const run = createRequire(`${packageFolder}/`)('./dist/runner.js')
// What it says while it works is not what it found.
const { log } = console
console.log = () => {}

const { errors, issues, globalChecks, atomicChecks } = await run({
  input,
  isRelative: true,
  isVerbose: true,
  electronVersionOverride,
  // It asks the network which versions of Electron there are: an answer that changes without us.
  excludeFromScan: ['availablesecurityfixesglobalcheck'],
})
const findings = issues.map(({ id, file, sample = '' }) => ({ id, file, sample: sample.trim() }))
log(JSON.stringify({ errors, findings, checks: globalChecks + atomicChecks }))
