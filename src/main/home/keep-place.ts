import type { BrowserWindow } from 'electron'
import { z } from 'zod'
import type { StateFile } from './state-file.ts'
import type { WindowPlace } from './window-place.ts'

const whole = z.int().min(-1_000_000).max(1_000_000)
const size = z.int().min(1).max(1_000_000)

/** A place as it was kept: absurd numbers count as none. */
export const keptPlace: z.ZodType<WindowPlace> = z.object({
  bounds: z.object({ x: whole, y: whole, width: size, height: size }),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
})

/** While a window is dragged, it is somewhere else with every frame. */
const settleMs = 500

function placeOf(window: BrowserWindow): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds()
  return {
    bounds: { x, y, width, height },
    isMaximized: window.isMaximized(),
    isFullScreen: window.isFullScreen(),
  }
}

/** Keeps where a window is, for the next start. */
export function keepPlace(window: BrowserWindow, file: Pick<StateFile<WindowPlace>, 'write'>): void {
  let settling: NodeJS.Timeout | undefined
  const later = (): void => {
    clearTimeout(settling)
    settling = setTimeout(() => {
      if (!window.isDestroyed() && !window.isMinimized()) void file.write(placeOf(window))
    }, settleMs)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('enter-full-screen', later)
  window.on('leave-full-screen', later)
  window.on('close', () => {
    clearTimeout(settling)
    if (!window.isMinimized()) void file.write(placeOf(window))
  })
}
