import type { Milliseconds } from '#shared/model/units.ts'
import { nothingTold, toldEvent } from '../hardware/machine-events.ts'

/** What of Electron's `powerMonitor` is listened to; tests supply their own. */
export interface SystemEvents {
  on(event: 'suspend' | 'resume', listener: () => void): unknown
  /** Only some systems tell of it: the share of its speed that the processor may run at, in percent. */
  on(event: 'speed-limit-change', listener: (details: { readonly limit: number }) => void): unknown
}

const fullSpeedPercent = 100

/**
 * Keeps in shared memory what the system tells of sleep and heat, for whoever marks runs with it. `platform`: Linux never tells of heat; there it is read
 * elsewhere.
 */
export function keepTold(
  events: SystemEvents,
  { platform, nowMs }: { readonly platform: NodeJS.Platform; readonly nowMs: () => Milliseconds },
  told: Float64Array = nothingTold(),
): Float64Array {
  let fellAsleepMs: Milliseconds | null = null
  events.on('suspend', () => {
    fellAsleepMs = nowMs()
  })
  events.on('resume', () => {
    if (fellAsleepMs === null) return
    told[toldEvent.asleepMs] = (told[toldEvent.asleepMs] as number) + Math.max(0, nowMs() - fellAsleepMs)
    fellAsleepMs = null
  })
  if (platform === 'linux') return told
  told[toldEvent.throttles] = 0
  let isHeldBack = false
  events.on('speed-limit-change', ({ limit }) => {
    const isNow = limit < fullSpeedPercent
    if (isNow && !isHeldBack) told[toldEvent.throttles] = (told[toldEvent.throttles] as number) + 1
    isHeldBack = isNow
  })
  return told
}
