/** Sizes that span more than this many times the smallest are placed by their doublings. */
const mostLinear = 32

/** Where a size lies between the smallest and the largest, as a share of the way: linear, or logarithmic where they span more than a few doublings. */
export function sizeShare(sizes: readonly number[]): (size: number) => number {
  const least = Math.min(...sizes)
  const most = Math.max(...sizes)
  if (!(most > least)) return () => 0.5
  if (least > 0 && most / least > mostLinear) {
    const span = Math.log(most / least)
    return (size) => Math.log(size / least) / span
  }
  return (size) => (size - least) / (most - least)
}
