import { defaultAppSettings, type AppSettings, type Language } from '../model/app-settings.ts'

/** How this process, thread or page writes texts and numbers. */
export interface TextFormat extends Pick<AppSettings, 'numbers' | 'byteUnits'> {
  readonly language: Language
}

/** How machines are written to, and who never said otherwise. */
export const standardFormat: TextFormat = {
  language: 'en',
  numbers: defaultAppSettings.numbers,
  byteUnits: defaultAppSettings.byteUnits,
}

function isSameFormat(one: TextFormat, other: TextFormat): boolean {
  return one.language === other.language && one.numbers === other.numbers && one.byteUnits === other.byteUnits
}

let inUse = standardFormat
let decimalSign: 'point' | 'comma' = 'point'

function become(format: TextFormat): void {
  if (isSameFormat(format, inUse)) return
  inUse = format
  const byLanguage = format.language === 'de' ? 'comma' : 'point'
  decimalSign = format.numbers === 'language' ? byLanguage : format.numbers
}

/** All of it: the same object for as long as nothing of it changes. */
export function textFormatInUse(): TextFormat {
  return inUse
}

/** The language that is spoken. */
export function languageInUse(): Language {
  return inUse.language
}

/** With which sign numbers are written: by the setting, else as the language has it. */
export function decimalSignInUse(): 'point' | 'comma' {
  return decimalSign
}

/** Sets the language of this process, thread or page, before it says anything. Numbers follow it unless a setting says otherwise. */
export function useLanguage(language: Language): void {
  become({ ...inUse, language })
}

/** Sets all of it at once: for threads and processes that are told. */
export function useTextFormat({ language, numbers, byteUnits }: TextFormat): void {
  become({ language, numbers, byteUnits })
}

/** Whether this is how machines are written to. */
export function isStandardFormat(format: TextFormat): boolean {
  return isSameFormat(format, standardFormat)
}

/** What a function gives where this format is in use; it must have said everything when it returns. */
export function withTextFormat<Result>(format: TextFormat, say: () => Result): Result {
  const before = inUse
  become(format)
  try {
    return say()
  } finally {
    become(before)
  }
}

/** What a function says in English with standard numbers, whatever is in use: for what machines read. */
export function inEnglish<Result>(say: () => Result): Result {
  return withTextFormat(standardFormat, say)
}
