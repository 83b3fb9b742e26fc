import { seededFractions } from './fractions.ts'

/** normal: around 100. skewed: never below 100, with a long tail. bimodal: three of four around 100, the others a quarter above. */
export type Shape = 'normal' | 'skewed' | 'bimodal'

/** The upper three quarters of the share of the lower mode: where 2/3 of it lie below. */
const twoThirdsOfNormal = 0.4307272992954576

/** The medians of the distributions themselves. */
export const trueMedians: Readonly<Record<Shape, number>> = {
  normal: 100,
  skewed: 100 + 5 * Math.LN2,
  // Half of all is two thirds of the lower mode: the upper one lies beyond.
  bimodal: 100 + 2 * twoThirdsOfNormal,
}

/** Seeded makespans to try intervals on, in ms. For tests. */
export function simulatedDraws(shape: Shape, seed: number): () => number {
  const fraction = seededFractions(seed)
  // Box and Muller (1958).
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
  switch (shape) {
    case 'normal':
      return () => 100 + 3 * normal()
    case 'skewed':
      return () => 100 - 5 * Math.log(1 - fraction())
    case 'bimodal':
      return () => (fraction() < 0.75 ? 100 : 125) + 2 * normal()
  }
}
