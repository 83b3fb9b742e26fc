// npm start: opens the app, after fetching and building whatever is missing for that.
//   npm start -- --xvfb    under a virtual display, on Linux without a screen
// All other arguments go to the app.
import { describeRuntime, runtimeVariables } from './setup/electron-runtime.mjs'
import { prepareApp } from './setup/prepare.mjs'
import { runApp } from './setup/run-app.mjs'
import { giveUp, say, SetUpProblem } from './setup/say.mjs'
import { openVirtualDisplay } from './setup/virtual-display.mjs'

async function start(givenArguments) {
  const needsVirtualDisplay = givenArguments.includes('--xvfb')
  const appArguments = givenArguments.filter((argument) => argument !== '--xvfb')

  const runtime = await prepareApp({ needsVirtualDisplay })
  if (!needsVirtualDisplay && !hasScreen()) {
    throw new SetUpProblem(
      'The app is built, but there is no screen to open it on: ' +
        'type "npm start -- --xvfb" to run it under a virtual display.',
    )
  }

  const display = needsVirtualDisplay ? await openVirtualDisplay() : undefined
  say(`Opening Taskscope on ${describeRuntime(runtime)}.`)
  const variables = { ...runtimeVariables(runtime), ...display?.variables }
  process.exitCode = await runApp(runtime.executable, appArguments, variables)
  await display?.close()
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

start(process.argv.slice(2)).catch(giveUp)
