import type { ViewMemory } from './views.svelte.ts'

/** What the tasks are, where each goes, and a run of them. */
export const welcomeSteps = ['tasks', 'places', 'run'] as const
export type WelcomeStep = (typeof welcomeSteps)[number]

const storageKey = 'welcome'

/** The first steps: where somebody stands in them. A reload of the window, such as for another language, keeps the place. */
export class Welcome {
  readonly #memory: ViewMemory
  readonly #markWelcomed: () => void
  #step = $state<WelcomeStep | null>(null)
  /** Once in a window's life they begin by themselves. */
  #hasBegun = false

  constructor(memory: ViewMemory, markWelcomed: () => void) {
    this.#memory = memory
    this.#markWelcomed = markWelcomed
    const stored = memory.getItem(storageKey)
    this.#step = welcomeSteps.find((step) => step === stored) ?? null
    this.#hasBegun = stored !== null
  }

  /** Null: nobody is taking them. */
  get step(): WelcomeStep | null {
    return this.#step
  }

  /** The first two take the place of the view; the last stands above the run that it is about. */
  get coversView(): boolean {
    return this.#step === 'tasks' || this.#step === 'places'
  }

  /** Begins by itself where the app was never started before. */
  beginIfNew(isWelcomed: boolean): void {
    if (!isWelcomed && !this.#hasBegun) this.begin()
  }

  begin(): void {
    this.#hasBegun = true
    this.goTo('tasks')
  }

  goTo(step: WelcomeStep): void {
    this.#step = step
    this.#memory.setItem(storageKey, step)
    // Who has come this far has seen what there is to say.
    if (step === 'run') this.#markWelcomed()
  }

  /** Ends them, at whatever step: they never come again unbidden. */
  end(): void {
    if (this.#step === null) return
    if (this.#step !== 'run') this.#markWelcomed()
    this.#step = null
    this.#memory.setItem(storageKey, 'over')
  }

  /** Gives way to something else; the next start may begin them again. */
  giveWay(): void {
    this.#step = null
    this.#memory.setItem(storageKey, 'over')
  }
}
