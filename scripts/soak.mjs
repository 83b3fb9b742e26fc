// npm run soak: the app for minutes or hours, to see that nothing grows. Prints a table; fails when something does.
//   npm run soak -- --minutes 120 --seed 7    longer than ten minutes, another course of events
//   npm run soak -- hour                      an hour-long run at 10 Hz with 64 simulated cores
//   npm run soak -- hour --hurry 5            the same samples in a fifth of the time
import { parseArgs } from 'node:util'
import { runtimeVariables } from './setup/electron-runtime.mjs'
import { prepareApp } from './setup/prepare.mjs'
import { packageTool } from './setup/run.mjs'
import { say, SetUpProblem } from './setup/say.mjs'
import { openVirtualDisplay } from './setup/virtual-display.mjs'

const standardOutput = 1
const isLinux = process.platform === 'linux'

function readOptions() {
  const { values, positionals } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, hurry: { type: 'string' } },
    allowPositionals: true,
  })
  const numbers = Object.entries(values).map(([name, text]) => {
    const number = Number(text)
    if (!(number > 0)) throw new SetUpProblem(`Expected a number above 0 for --${name}, got "${text}".`)
    return [`TASKSCOPE_SOAK_${name.toUpperCase()}`, String(number)]
  })
  const [which = 'soak', ...more] = positionals
  if (!['soak', 'hour'].includes(which) || more.length > 0)
    throw new SetUpProblem('Type "npm run soak", or "npm run soak -- hour".')
  return { which, variables: Object.fromEntries(numbers) }
}

try {
  const { which, variables } = readOptions()
  if (!isLinux) throw new SetUpProblem('A soak reads what processes hold from /proc: it runs on Linux only.')
  const runtime = await prepareApp({ needsVirtualDisplay: true })
  const display = await openVirtualDisplay()
  process.exitCode = await packageTool(
    'vitest',
    ['run', '--config', 'vitest.soak.config.ts', `soak/${which}.soak.ts`],
    { output: standardOutput, env: { ...runtimeVariables(runtime), ...display.variables, ...variables } },
  )
  await display.close()
} catch (error) {
  say(error instanceof SetUpProblem ? error.message : error.stack)
  process.exitCode = 1
}
