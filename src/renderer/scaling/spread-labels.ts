/**
 * Heights for labels that are to stand at `wanted`, moved apart so that each has `gap` to the next, within `least` to `most` as far as
 * there is room. In the order given.
 */
export function spreadLabels(
  wanted: readonly number[],
  { least, most, gap }: { readonly least: number; readonly most: number; readonly gap: number },
): readonly number[] {
  const order = wanted.map((height, at) => ({ height, at })).sort((one, other) => one.height - other.height)
  let next = least
  for (const label of order) {
    label.height = Math.max(label.height, next)
    next = label.height + gap
  }
  // What was pushed out at the end comes back, and takes with it what stands in its way.
  let limit = most
  for (const label of order.toReversed()) {
    label.height = Math.min(label.height, limit)
    limit = label.height - gap
  }
  const placed = [...wanted]
  for (const { height, at } of order) placed[at] = height
  return placed
}
