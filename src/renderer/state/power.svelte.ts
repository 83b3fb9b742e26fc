import type { Api, PowerState } from '#shared/ipc.ts'

/** What the machine lives on, and whether it is kept awake, as the main process knows it. */
export class Power {
  readonly #api: Api
  #state = $state.raw<PowerState>({ isOnBattery: null, isKeptAwake: false })

  constructor(api: Api) {
    this.#api = api
  }

  get state(): PowerState {
    return this.#state
  }

  /** Follows it until the returned function is called. */
  follow(): () => void {
    let isTold = false
    const stop = this.#api.subscribe('power', (state) => {
      isTold = true
      this.#state = state
    })
    this.#api.readPower(null).then(
      (state) => {
        if (!isTold) this.#state = state
      },
      // Only a badge is missing.
      (error: unknown) => console.warn('The state of the power supply could not be read:', error),
    )
    return stop
  }
}
