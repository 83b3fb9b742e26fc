import type { Api } from '../src/shared/ipc.ts'

// What the preload script puts there; functions given to `evaluate` run in the page.
declare global {
  interface Window {
    readonly api: Api
  }
}
