import { powerMonitor, powerSaveBlocker } from 'electron'
import type { PowerState } from '#shared/ipc.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { readLinuxBattery } from './battery.ts'

/** On Linux Electron does not tell of it: it is looked up this often. */
const lookEveryMs: Milliseconds = 10_000

function readBattery(): boolean | null {
  return process.platform === 'linux' ? readLinuxBattery() : powerMonitor.isOnBatteryPower()
}

/** What the machine lives on, and whether it is kept from falling asleep. To be made when the app is ready. */
export class Power {
  readonly #tell: (state: PowerState) => void
  readonly #looking: NodeJS.Timeout | null
  #isOnBattery = readBattery()
  #blocker: number | null = null

  /** `tell` hears of every change. */
  constructor(tell: (state: PowerState) => void) {
    this.#tell = tell
    const look = (): void => {
      const now = readBattery()
      if (now === this.#isOnBattery) return
      this.#isOnBattery = now
      this.#tell(this.state)
    }
    if (process.platform === 'linux') this.#looking = setInterval(look, lookEveryMs).unref()
    else {
      this.#looking = null
      powerMonitor.on('on-ac', look)
      powerMonitor.on('on-battery', look)
    }
  }

  get state(): PowerState {
    return { isOnBattery: this.#isOnBattery, isKeptAwake: this.#blocker !== null }
  }

  /** Keeps the machine from falling asleep, or lets it again. The screen may go dark. */
  keepAwake(isWanted: boolean): void {
    if (isWanted === (this.#blocker !== null)) return
    if (this.#blocker === null) this.#blocker = powerSaveBlocker.start('prevent-app-suspension')
    else {
      powerSaveBlocker.stop(this.#blocker)
      this.#blocker = null
    }
    this.#tell(this.state)
  }

  close(): void {
    if (this.#looking !== null) clearInterval(this.#looking)
    this.keepAwake(false)
  }
}
