/** A step through the timeline, from where the keyboard is in it. */
export type WalkMove =
  /** The task before or after in the lane; in a track, the last or next time at which its value may change. */
  | 'before'
  | 'after'
  /** The lane or track above or below, at the same time. */
  | 'above'
  | 'below'
  /** The task that started last before, or starts next, in whatever lane. */
  | 'earlier'
  | 'later'
  | 'row-start'
  | 'row-end'
  | 'run-start'
  | 'run-end'
  /** Nowhere: says where it is. */
  | 'here'

const plain: Readonly<Record<string, WalkMove>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'above',
  ArrowDown: 'below',
  PageUp: 'earlier',
  PageDown: 'later',
  Home: 'row-start',
  End: 'row-end',
  ' ': 'here',
}
const withControl: Readonly<Record<string, WalkMove>> = { Home: 'run-start', End: 'run-end' }

/** The step that a key means while the timeline has the focus; null: none. */
export function walkMoveOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): WalkMove | null {
  if (altKey || shiftKey) return null
  return (ctrlKey || metaKey ? withControl : plain)[key] ?? null
}
