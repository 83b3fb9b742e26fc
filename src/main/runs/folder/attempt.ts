/** Does what may fail without anybody being able to do anything about it: it is part of giving up for a reason that is told. */
export function attempt(action: () => void): void {
  try {
    action()
  } catch {
    // That reason is the better one.
  }
}
