/** Lanczos's approximation (g = 7, nine terms): relative error below 1e-14 for positive numbers. */
const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
] as const

function logGamma(value: number): number {
  const base = value + 6.5
  const sum = lanczos.reduce(
    (total, factor, at) => total + (at === 0 ? factor : factor / (value - 1 + at)),
    0,
  )
  return 0.5 * Math.log(2 * Math.PI) + (value - 0.5) * Math.log(base) - base + Math.log(sum)
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), evaluated from the front by Lentz's method. */
function betaFraction(share: number, a: number, b: number): number {
  const tiny = 1e-300
  const orTiny = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / orTiny(1 - ((a + b) * share) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * share) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * share) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const term of [even, odd]) {
      d = 1 / orTiny(1 + term * d)
      c = orTiny(1 + term / c)
      change = c * d
      fraction *= change
    }
    if (Math.abs(change - 1) < 1e-15) break
  }
  return fraction
}

/** The regularised incomplete beta function I_share(a, b), 0 to 1 (DLMF 8.17). */
function incompleteBeta(share: number, a: number, b: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 1
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(share) + b * Math.log1p(-share),
  )
  // The fraction converges fast on this side only; the other side follows by symmetry (DLMF 8.17.4).
  return share < (a + 1) / (a + b + 2)
    ? (front * betaFraction(share, a, b)) / a
    : 1 - (front * betaFraction(1 - share, b, a)) / b
}

/** How probable a value of at least `value` is under the F distribution with so many degrees of freedom, both positive. */
export function fUpperTail(value: number, above: number, below: number): number {
  if (value === Infinity) return 0
  return incompleteBeta(below / (below + above * value), below / 2, above / 2)
}

/** The value that is exceeded with this probability, more than 0 and less than 1, by bisection. */
export function fQuantile(probability: number, above: number, below: number): number {
  let low = 0
  let high = 1
  while (fUpperTail(high, above, below) > probability) high *= 2
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (fUpperTail(middle, above, below) > probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
