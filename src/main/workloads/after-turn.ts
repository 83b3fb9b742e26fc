/** Calls back when this thread's loop has turned, with everything done that waited for its next turn: what was queued first runs first. */
export function afterTurn(callback: () => void): void {
  setImmediate(() => void setImmediate(callback))
}
