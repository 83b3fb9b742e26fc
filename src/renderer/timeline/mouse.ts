import type { Viewport } from '../state/viewport.svelte.ts'

/** Movement up to here is still a click. */
const clickReachPx = 3
const zoomPerWheelPx = 0.0022
/** A wheel that counts in lines or pages is taken for this many pixels each. */
const pxPerWheelUnit = [1, 18, 400]

/**
 * Cursor, wheel and drag over all tracks, until the returned function is called. The plot lies between the fixed
 * columns: its left edge is at `--label-width`.
 */
export function followMouse(host: HTMLElement, viewport: Viewport, plotWidth: () => number): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let drag: { readonly startX: number; lastX: number; lastY: number; isMoving: boolean } | null = null
  let wasDragged = false

  const shareAt = (event: MouseEvent): number => {
    const labelWidth = parseFloat(getComputedStyle(host).getPropertyValue('--label-width'))
    return (event.clientX - host.getBoundingClientRect().left - labelWidth) / Math.max(1, plotWidth())
  }
  const isInPlot = (share: number): boolean => share >= 0 && share <= 1

  function move(event: PointerEvent): void {
    const share = shareAt(event)
    viewport.cursorShare = isInPlot(share) ? share : null
    if (drag === null) return
    if (!drag.isMoving && Math.abs(event.clientX - drag.startX) > clickReachPx) {
      drag.isMoving = true
      wasDragged = true
      host.setPointerCapture(event.pointerId)
    }
    if (!drag.isMoving) return
    viewport.pan((drag.lastX - event.clientX) / Math.max(1, plotWidth()))
    host.querySelector('.tasks')?.scrollBy(0, drag.lastY - event.clientY)
    drag.lastX = event.clientX
    drag.lastY = event.clientY
  }

  function press(event: PointerEvent): void {
    wasDragged = false
    if (event.button !== 0 || !isInPlot(shareAt(event))) return
    drag = { startX: event.clientX, lastX: event.clientX, lastY: event.clientY, isMoving: false }
  }

  function roll(event: WheelEvent): void {
    const unit = pxPerWheelUnit[event.deltaMode] ?? 1
    if (event.ctrlKey || event.metaKey) {
      // A pinch on a touchpad arrives as a wheel with Ctrl, too.
      event.preventDefault()
      viewport.zoom(Math.exp(event.deltaY * unit * zoomPerWheelPx))
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault()
      viewport.pan(((event.deltaX || event.deltaY) * unit) / Math.max(1, plotWidth()))
    }
  }

  host.addEventListener('pointermove', move, { signal })
  host.addEventListener('pointerdown', press, { signal })
  host.addEventListener('pointerup', () => (drag = null), { signal })
  host.addEventListener('pointercancel', () => (drag = null), { signal })
  host.addEventListener('pointerleave', () => (viewport.cursorShare = null), { signal })
  host.addEventListener('wheel', roll, { signal, passive: false })
  // The end of a drag is not a click on a task.
  host.addEventListener('click', (event) => wasDragged && event.stopPropagation(), { signal, capture: true })
  return () => stop.abort()
}
