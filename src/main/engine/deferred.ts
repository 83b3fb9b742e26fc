/** A promise with its ends in hand: `Promise.withResolvers`, which Node 20 does not have. */
export interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (reason: unknown) => void
}

export function createDeferred<T>(): Deferred<T> {
  let ends: Omit<Deferred<T>, 'promise'> | undefined
  const promise = new Promise<T>((resolve, reject) => (ends = { resolve, reject }))
  if (ends === undefined) throw new Error('Expected a promise to call its executor at once')
  return { promise, ...ends }
}
