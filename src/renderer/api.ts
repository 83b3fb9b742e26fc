import type { Api } from '#shared/ipc.ts'

declare global {
  interface Window {
    readonly api: Api
  }
}

/** The main process, as the preload script hands it to this page: the only place that touches `window.api`. */
export function connectApi(): Api {
  return window.api
}
