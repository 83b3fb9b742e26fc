/** A 32-bit number that looks random and depends on the seed and the index only (a round of splitmix32). */
export function randomAt(seed: number, index: number): number {
  let mixed = (seed ^ Math.imul(index + 1, 0x9e3779b9)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** A stream of 32-bit numbers that depends on the seed only. */
export function seededRandom(seed: number): () => number {
  let index = 0
  return () => randomAt(seed, index++)
}
