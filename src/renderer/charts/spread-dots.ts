/**
 * How many steps each dot stands off its row's middle so that none hides another: 0, or -1, 1, -2, 2 … where others are nearer than
 * `diameterPx`. Values that are equal stand below each other. When `mostSteps` are taken, dots lie on top of each other again, from the
 * middle on. The same positions always give the same steps.
 */
export function spreadDots(xs: readonly number[], diameterPx: number, mostSteps: number): readonly number[] {
  const offsets = Array.from({ length: 2 * mostSteps + 1 }, (_, at) =>
    at % 2 === 1 ? -(at + 1) / 2 : at / 2,
  )
  // Where the last dot at each offset stands: dots are placed from left to right.
  const lastAt = offsets.map(() => -Infinity)
  const steps = xs.map(() => 0)
  const order = xs.map((x, at) => ({ x, at })).sort((one, other) => one.x - other.x || one.at - other.at)
  let overflow = 0
  for (const { x, at } of order) {
    let place = lastAt.findIndex((last) => x - last >= diameterPx)
    if (place === -1) place = overflow++ % offsets.length
    lastAt[place] = x
    steps[at] = offsets[place] ?? 0
  }
  return steps
}
