import type { Language } from '../model/app-settings.ts'
import { english } from './english/index.ts'
import { german } from './german/index.ts'
import { languageInUse } from './language.ts'

export { languageInUse, useLanguage } from './language.ts'

/** Every text that people read, by section. A message with parameters is a function of them. */
export type Texts = typeof english

const catalogues: Readonly<Record<Language, Texts>> = { en: english, de: german }

/** The texts in the language in use. To be called where a text is needed, not when a module is loaded: by then no language is set. */
export function texts(): Texts {
  return catalogues[languageInUse()]
}

/** The language of the catalogue that suits the system's wishes, best first, such as `['de-AT', 'en-US']`; English where none does. */
export function languageFor(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0]
    if (primary === 'en' || primary === 'de') return primary
  }
  return 'en'
}
