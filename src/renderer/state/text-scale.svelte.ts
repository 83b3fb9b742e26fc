/** Of `1rem` where nobody asked for larger text, in CSS pixels. */
const standardPx = 16

let scale = $state(1)

/** How large text is, as the browser or the system is set: 1 as usual, 2 twice that. Reactive. For what is measured in pixels by code. */
export function textScale(): number {
  return scale
}

/** Watches how large text is, until the returned function is called. To be called before anything is mounted. */
export function watchTextScale(): () => void {
  const probe = document.createElement('div')
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', width: '1rem', height: '0' })
  // Beside the body: whatever of that is shown, this can be measured.
  document.documentElement.append(probe)
  const read = (): void => {
    scale = (probe.getBoundingClientRect().width || standardPx) / standardPx
  }
  read()
  const observer = new ResizeObserver(read)
  observer.observe(probe)
  return () => {
    observer.disconnect()
    probe.remove()
  }
}

/** A length in pixels at the usual text size, as one that grows with it. */
export function rem(px: number): string {
  return `${px / standardPx}rem`
}
