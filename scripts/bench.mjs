// npm run bench: what must be fast, measured beside a peer in the same run. Prints a table for each; fails when a figure
// misses what the project promises.
//   npm run bench -- ring sampler    only the files whose names hold one of these words
import { runtimeVariables } from './setup/electron-runtime.mjs'
import { prepareApp } from './setup/prepare.mjs'
import { packageTool } from './setup/run.mjs'
import { say, SetUpProblem } from './setup/say.mjs'
import { openVirtualDisplay } from './setup/virtual-display.mjs'

const standardOutput = 1
const isLinux = process.platform === 'linux'

try {
  const runtime = await prepareApp({ needsVirtualDisplay: isLinux })
  const display = isLinux ? await openVirtualDisplay() : undefined
  process.exitCode = await packageTool(
    'vitest',
    ['run', '--config', 'vitest.bench.config.ts', ...process.argv.slice(2)],
    { output: standardOutput, env: { ...runtimeVariables(runtime), ...display?.variables } },
  )
  await display?.close()
} catch (error) {
  say(error instanceof SetUpProblem ? error.message : error.stack)
  process.exitCode = 1
}
