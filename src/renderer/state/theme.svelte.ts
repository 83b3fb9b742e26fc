export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const storageKey = 'theme'

function storedChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey)
  return themeChoices.find((choice) => choice === stored) ?? 'system'
}

/** Light or dark: as the system has it, or as the user wants it in this window. */
export class Theme {
  #choice = $state<ThemeChoice>('system')
  #systemIsDark = $state(false)
  readonly #isDark = $derived(this.#choice === 'system' ? this.#systemIsDark : this.#choice === 'dark')

  constructor() {
    const media = matchMedia('(prefers-color-scheme: dark)')
    this.#systemIsDark = media.matches
    media.addEventListener('change', () => (this.#systemIsDark = media.matches))
    this.choice = storedChoice()
  }

  get choice(): ThemeChoice {
    return this.#choice
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice
    localStorage.setItem(storageKey, choice)
    if (choice === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = choice
  }

  get isDark(): boolean {
    return this.#isDark
  }
}
