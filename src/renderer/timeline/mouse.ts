import type { Viewport } from '../state/viewport.svelte.ts'
import { Drag } from './drag.ts'

const zoomPerWheelPx = 0.0022
/** A wheel that counts in lines or pages is taken for this many pixels each. */
const pxPerWheelUnit = [1, 18, 400]

/** What moves under the mouse. */
export interface MousePlot {
  /** Of the plot, in CSS pixels. */
  readonly width: () => number
  /** What a drag scrolls up and down; null: nothing. */
  readonly scrolled: () => Element | null
}

/**
 * Cursor, wheel and drag over all tracks, until the returned function is called. The plot lies between the fixed
 * columns: its left edge is at `--label-width`, which is in rem.
 */
export function followMouse(host: HTMLElement, viewport: Viewport, plot: MousePlot): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const drag = new Drag()

  const shareAt = (event: MouseEvent): number => {
    const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize)
    const labelWidth = parseFloat(getComputedStyle(host).getPropertyValue('--label-width')) * remPx
    return (event.clientX - host.getBoundingClientRect().left - labelWidth) / Math.max(1, plot.width())
  }
  const isInPlot = (share: number): boolean => share >= 0 && share <= 1

  function point(event: PointerEvent): void {
    const share = shareAt(event)
    viewport.cursorShare = isInPlot(share) ? share : null
  }

  function press(event: PointerEvent): void {
    if (event.button === 0 && isInPlot(shareAt(event))) drag.press(event)
  }

  function pull(event: PointerEvent): void {
    const step = drag.move(event)
    if (step === null) return
    // Only now: the click of a captured pointer would go to the host and not to the task under it.
    if (!host.hasPointerCapture(event.pointerId)) host.setPointerCapture(event.pointerId)
    viewport.pan(-step.byX / Math.max(1, plot.width()))
    plot.scrolled()?.scrollBy(0, -step.byY)
  }

  function roll(event: WheelEvent): void {
    const unit = pxPerWheelUnit[event.deltaMode] ?? 1
    if (event.ctrlKey || event.metaKey) {
      // A pinch on a touchpad arrives as a wheel with Ctrl, too.
      event.preventDefault()
      viewport.zoom(Math.exp(event.deltaY * unit * zoomPerWheelPx))
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault()
      viewport.pan(((event.deltaX || event.deltaY) * unit) / Math.max(1, plot.width()))
    }
  }

  host.addEventListener('pointermove', point, { signal })
  host.addEventListener('pointerdown', press, { signal })
  // A quick pull leaves the host before it is captured, and may end anywhere.
  window.addEventListener('pointermove', pull, { signal })
  window.addEventListener('pointerup', () => drag.release(), { signal })
  window.addEventListener('pointercancel', () => drag.release(), { signal })
  document.addEventListener('selectstart', (event) => drag.isHeld && event.preventDefault(), { signal })
  host.addEventListener('pointerleave', () => (viewport.cursorShare = null), { signal })
  host.addEventListener('wheel', roll, { signal, passive: false })
  // The end of a drag is not a click on a task.
  host.addEventListener('click', (event) => drag.hasMoved && event.stopPropagation(), {
    signal,
    capture: true,
  })
  return () => stop.abort()
}
