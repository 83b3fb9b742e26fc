import type { Milliseconds } from '#shared/model/units.ts'

/** A duration that is only estimated, in whole units: "41 s", "3 min 20 s", "1 h 5 min". */
export function roughDuration(ms: Milliseconds): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds}\u202fs`
  // Nobody waits for minutes by the second.
  const tens = Math.round(seconds / 10) * 10
  const minutes = Math.floor(tens / 60)
  if (minutes < 10) {
    const rest = tens % 60
    return `${minutes}\u202fmin${rest === 0 ? '' : ` ${rest}\u202fs`}`
  }
  const whole = Math.round(seconds / 60)
  if (whole < 60) return `${whole}\u202fmin`
  const rest = whole % 60
  return `${Math.floor(whole / 60)}\u202fh${rest === 0 ? '' : ` ${rest}\u202fmin`}`
}
