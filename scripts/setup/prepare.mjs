import { buildIfChanged } from './build.mjs'
import { installDependencies } from './dependencies.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { aloneInCheckout } from './lock.mjs'
import { checkLibraries, installSystemLibraries } from './system-libraries.mjs'

/** What the command line needs: the packages and the build. Says nothing when both are there. */
export function prepareCommandLine() {
  return aloneInCheckout(async () => {
    await installDependencies()
    await buildIfChanged()
  })
}

/** What the window needs: all that, an Electron, and the libraries under it. Gives the runtime. */
export function prepareApp({ needsVirtualDisplay }) {
  return aloneInCheckout(async () => {
    await installDependencies()
    const runtime = await prepareRuntime({ needsVirtualDisplay })
    await buildIfChanged()
    return runtime
  })
}

/** An Electron that starts. The libraries come first: unpacking the runtime needs one of their packages. */
export async function prepareRuntime({ needsVirtualDisplay }) {
  await installSystemLibraries({ needsVirtualDisplay })
  const runtime = await electronRuntime()
  checkLibraries(runtime.executable)
  return runtime
}
