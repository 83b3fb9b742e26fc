import type { Fraction } from './units.ts'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

/** Languages that the catalogue of texts is complete in, by their BCP 47 tags. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

export const languageChoices = ['system', ...languages] as const
export type LanguageChoice = (typeof languageChoices)[number]

/** How numbers are written: as the language has it, 1,234.5, or 1.234,5. */
export const numberFormats = ['language', 'point', 'comma'] as const
export type NumberFormat = (typeof numberFormats)[number]

/** MiB, of 1024 each, or MB, of 1000 each. */
export const byteUnitChoices = ['binary', 'decimal'] as const
export type ByteUnits = (typeof byteUnitChoices)[number]

/** What the user has settled once and for all, in one file: app and command line read it. */
export interface AppSettings {
  readonly theme: ThemeChoice
  readonly language: LanguageChoice
  readonly numbers: NumberFormat
  readonly byteUnits: ByteUnits
  /** For runs that do not ask for another one; null: as the preset says, else the default. */
  readonly sampleHz: number | null
  /** Likewise, threads for computing … */
  readonly cpuWorkers: number | null
  /** … and for blocking calls. */
  readonly blockingThreads: number | null
  /** Where runs are kept; null: the standard folder. An absolute path, which the window only shows. */
  readonly runsFolder: string | null
  /** Share of the machine from which Taskscope's own cost is warned of; null: never. */
  readonly warnOwnCostFrom: Fraction | null
  /** Whether a run that ends while the window is in the background is told of. */
  readonly notifiesAtEnd: boolean
  /** The first start has been gone through, or skipped. */
  readonly isWelcomed: boolean
}

export const defaultAppSettings: AppSettings = {
  theme: 'system',
  language: 'system',
  numbers: 'language',
  byteUnits: 'binary',
  sampleHz: null,
  cpuWorkers: null,
  blockingThreads: null,
  runsFolder: null,
  warnOwnCostFrom: 0.05,
  notifiesAtEnd: true,
  isWelcomed: false,
}

/** The settings as the window shows them. */
export interface SettingsState {
  readonly settings: AppSettings
  /** What could not be read of the file, a sentence each; what it names has its default. */
  readonly problems: readonly string[]
  /** Where runs are kept now, whoever decided it. */
  readonly runsFolder: string
  /** The library is elsewhere from the next start on; or the environment decides, not the file. */
  readonly runsFolderNote: 'none' | 'from-next-start' | 'by-environment'
  /** What `language: system` comes to. */
  readonly language: Language
}
