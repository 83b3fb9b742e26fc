import type { Shortcut } from '../parts/shortcuts.ts'
import type { Viewport } from '../state/viewport.svelte.ts'

const zoomStep = 0.7
const panStep = 0.12

/** Moves a time axis as a key asks; false: the key asks for something else. */
export function moveViewport(shortcut: Shortcut, viewport: Viewport): boolean {
  switch (shortcut) {
    case 'zoom-in':
      viewport.zoom(zoomStep)
      return true
    case 'zoom-out':
      viewport.zoom(1 / zoomStep)
      return true
    case 'pan-left':
      viewport.pan(-panStep)
      return true
    case 'pan-right':
      viewport.pan(panStep)
      return true
    default:
      return false
  }
}
