import type { Language } from '#shared/model/app-settings.ts'
import { languageInUse, texts } from '#shared/texts/texts.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** A moment as lists show it, in this machine's time: "2026-11-03 14:05". What is no moment is given back as it is. */
export function momentText(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** How this machine writes dates, where that is in the language in use; else as that language has it. */
function localeInUse(): string {
  const system = new Intl.DateTimeFormat().resolvedOptions().locale
  return system.split('-')[0] === languageInUse() ? system : languageInUse()
}

/** Formats of one language. Made once: `toLocaleString` makes one each time, which a list that is scrolled feels. */
interface MomentFormats {
  readonly language: Language
  readonly exact: Intl.DateTimeFormat
  readonly long: Intl.DateTimeFormat
  readonly relative: Intl.RelativeTimeFormat
}

let made: MomentFormats | null = null

function formats(): MomentFormats {
  const language = languageInUse()
  if (made?.language !== language) {
    const locale = localeInUse()
    made = {
      language,
      exact: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
      long: new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      }),
      relative: new Intl.RelativeTimeFormat(language),
    }
  }
  return made
}

const formatted = (iso: string, format: Intl.DateTimeFormat): string => {
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime()) ? iso : format.format(moment)
}

/** A moment to the second, as this machine writes it. What is no moment is given back as it is. */
export function exactMomentText(iso: string): string {
  return formatted(iso, formats().exact)
}

/** The same in figures only, as `toLocaleString` writes it. */
export function longMomentText(iso: string): string {
  return formatted(iso, formats().long)
}

const steps = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** How long ago that was, roughly: "3 hours ago". Empty where it is no moment. */
export function agoText(iso: string, nowMs: number): string {
  const seconds = (new Date(iso).getTime() - nowMs) / 1000
  if (Number.isNaN(seconds)) return ''
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step === undefined
    ? texts().parts.justNow
    : formats().relative.format(Math.trunc(seconds / step[1]), step[0])
}
