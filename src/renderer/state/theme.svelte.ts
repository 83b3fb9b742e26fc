export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const storageKey = 'theme'

/** Where the choice outlives the window. */
type ThemeStorage = Pick<Storage, 'getItem' | 'setItem'>

function storedChoice(storage: ThemeStorage | null): ThemeChoice {
  const stored = storage?.getItem(storageKey)
  return themeChoices.find((choice) => choice === stored) ?? 'system'
}

/** Light or dark: as the system has it, or as the user wants it in this window. */
export class Theme {
  readonly #storage: ThemeStorage | null
  #choice = $state<ThemeChoice>('system')
  #systemIsDark = $state(false)
  readonly #isDark = $derived(this.#choice === 'system' ? this.#systemIsDark : this.#choice === 'dark')

  /** `storage`: null where the page has none of its own, such as a file. */
  constructor(storage: ThemeStorage | null) {
    this.#storage = storage
    const media = matchMedia('(prefers-color-scheme: dark)')
    this.#systemIsDark = media.matches
    media.addEventListener('change', () => (this.#systemIsDark = media.matches))
    this.choice = storedChoice(storage)
  }

  get choice(): ThemeChoice {
    return this.#choice
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice
    this.#storage?.setItem(storageKey, choice)
    if (choice === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = choice
  }

  get isDark(): boolean {
    return this.#isDark
  }
}
