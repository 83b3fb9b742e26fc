const two = (value: number): string => String(value).padStart(2, '0')

/** A moment as lists show it, in this machine's time: "2026-11-03 14:05". What is no moment is given back as it is. */
export function momentText(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

// Made once: `toLocaleString` makes one each time, which a list that is scrolled feels.
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** A moment to the second, as this machine writes it. What is no moment is given back as it is. */
export function exactMomentText(iso: string): string {
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime()) ? iso : exact.format(moment)
}

const steps = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

const relative = new Intl.RelativeTimeFormat('en')

/** How long ago that was, roughly: "3 hours ago". Empty where it is no moment. */
export function agoText(iso: string, nowMs: number): string {
  const seconds = (new Date(iso).getTime() - nowMs) / 1000
  if (Number.isNaN(seconds)) return ''
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step === undefined ? 'just now' : relative.format(Math.trunc(seconds / step[1]), step[0])
}
