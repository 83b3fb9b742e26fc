import { fixedText } from '#shared/format.ts'

/**
 * The parts of a whole in tenths of a percent, rounded so that they sum to 1000 as the parts sum to the whole (largest remainders,
 * Hamilton's method). A part may be negative. All 0 where the whole is.
 */
export function tenthsOf(parts: readonly number[], whole: number): readonly number[] {
  if (!(whole > 0)) return parts.map(() => 0)
  const exact = parts.map((part) => (part / whole) * 1000)
  const rounded = exact.map(Math.floor)
  const sum = Math.round(exact.reduce((total, share) => total + share, 0))
  const missing = sum - rounded.reduce((total, share) => total + share, 0)
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder)
  for (const { at } of byRemainder.slice(0, Math.max(0, missing))) rounded[at] = (rounded[at] as number) + 1
  return rounded
}

/** Tenths of a percent as text: "12.3", "−0.4". The sign is a real one. */
export function tenthsText(tenths: number): string {
  return fixedText(tenths / 10, 1).replace('-', '−')
}
