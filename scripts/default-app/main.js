// What `electron <folder>` runs first on the fallback runtime, in place of Electron's own default app: it loads
// the modules named with -r (Playwright attaches that way), then the app in the folder named on the command line.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(join(process.cwd(), 'electron-arguments.js'))

function readArguments([first, second, ...rest], modules = []) {
  if (first === '-r' || first === '--require') return readArguments(rest, [...modules, second])
  if (first?.startsWith('-')) return readArguments([second, ...rest], modules)
  return { modules, folder: first }
}

/** Gives the app its own name, version and paths, as it has them once packaged; returns its main file. */
function becomeApp(folder) {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const main = resolve(folder, description.main ?? 'index.js')
  if (!existsSync(main)) throw new Error(`${main} does not exist: build the app first`)
  app.setName(description.productName ?? description.name)
  app.setVersion(description.version)
  app.setDesktopName(description.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(folder)
  return main
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const { modules, folder } = readArguments(process.argv.slice(1))

if (['--version', '-v'].includes(process.argv[1])) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
for (const module of modules) require(module)

try {
  // Electron holds `ready` back until this file has been evaluated. Awaiting the app keeps what must come before
  // `ready`, such as privileged schemes, before it.
  await import(pathToFileURL(becomeApp(resolve(folder ?? '.'))).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
