/** standard: the colours of the theme. more: stronger ones of it. forced: those that the user has chosen for all of the system. */
export type Contrast = 'standard' | 'more' | 'forced'

let contrast = $state<Contrast>('standard')

/** How much contrast the user has asked the system for. Reactive. */
export function contrastWanted(): Contrast {
  return contrast
}

/** Watches what the user asks the system for, until the returned function is called. To be called before anything is mounted. */
export function watchContrast(): () => void {
  const stop = new AbortController()
  const forced = matchMedia('(forced-colors: active)')
  const more = matchMedia('(prefers-contrast: more)')
  const read = (): void => {
    contrast = forced.matches ? 'forced' : more.matches ? 'more' : 'standard'
  }
  read()
  for (const media of [forced, more]) media.addEventListener('change', read, { signal: stop.signal })
  return () => stop.abort()
}
