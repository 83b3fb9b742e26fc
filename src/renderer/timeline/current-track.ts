import { getContext, setContext } from 'svelte'

const key = Symbol('current track')

type CurrentTrack = () => string | null

/** Tells the tracks within a component which of them the keyboard is in, by its test id; null: none. */
export function setCurrentTrack(current: CurrentTrack): void {
  setContext(key, current)
}

/** Which track the keyboard is in, where there is a keyboard to be in one. */
export function currentTrack(): CurrentTrack {
  return getContext<CurrentTrack | undefined>(key) ?? (() => null)
}
