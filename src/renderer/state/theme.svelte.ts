import { themeChoices, type ThemeChoice } from '#shared/model/app-settings.ts'

export { themeChoices, type ThemeChoice }

/** Light or dark: as the system has it, or as the user wants it. */
export class Theme {
  readonly #keep: ((choice: ThemeChoice) => void) | null
  #choice = $state<ThemeChoice>('system')
  #systemIsDark = $state(false)
  readonly #isDark = $derived(this.#choice === 'system' ? this.#systemIsDark : this.#choice === 'dark')

  /** `keep` makes the user's choice outlive the page; null where nothing does, such as in a file. */
  constructor(keep: ((choice: ThemeChoice) => void) | null) {
    this.#keep = keep
    const media = matchMedia('(prefers-color-scheme: dark)')
    this.#systemIsDark = media.matches
    media.addEventListener('change', () => (this.#systemIsDark = media.matches))
  }

  get choice(): ThemeChoice {
    return this.#choice
  }

  /** What the user chooses now. */
  set choice(choice: ThemeChoice) {
    this.take(choice)
    this.#keep?.(choice)
  }

  /** What was chosen before, or elsewhere. */
  take(choice: ThemeChoice): void {
    this.#choice = choice
    if (choice === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = choice
  }

  get isDark(): boolean {
    return this.#isDark
  }
}
