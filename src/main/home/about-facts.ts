import { app } from 'electron'
import { arch, release, type } from 'node:os'
import process from 'node:process'
import type { AboutFacts } from '#shared/ipc.ts'

/** The first Electron that is shipped; what runs on an older one is for development and tests. */
const shippedElectron = 45

/** What the app is made of. */
export function aboutFacts(): AboutFacts {
  const { electron, chrome, node, v8 } = process.versions
  return {
    version: app.getVersion(),
    runtime: { electron, chromium: chrome, node, v8 },
    operatingSystem: `${type()} ${release()}`,
    architecture: arch(),
    isFallbackRuntime: Number.parseInt(electron, 10) < shippedElectron,
  }
}

/** Tells the system who we are; macOS shows it by itself. */
export function introduceApp(): void {
  const { version, runtime } = aboutFacts()
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: version,
    version: `Electron ${runtime['electron'] ?? ''}`,
  })
}
