import type { Catalog, PresetOffer, RunRequest } from '#shared/ipc.ts'
import type { RunHeader } from '#shared/model/run.ts'
import type { Detail, Policy, RunOptions } from '#shared/model/run-options.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { enteredOptions, fieldProblems, optionFields } from './run-option-fields.ts'
import type { NumberOption } from '#shared/model/run-options.ts'

const noTexts = (): Record<NumberOption, string> =>
  Object.fromEntries(optionFields.map(({ name }) => [name, ''])) as Record<NumberOption, string>

/** What the next run will be: the preset, the strategy and the options that the user set. */
export class Settings {
  #catalog = $state.raw<Catalog | null>(null)
  #opened = $state.raw<readonly PresetOffer[]>([])
  /** What the user has settled for all runs. */
  #preferred = $state.raw<Partial<RunOptions>>({})
  #presetId = $state<string | null>(null)
  #strategy = $state<StrategyId>('hybrid')
  /** The user, or what the user opened, has decided: from then on nothing is chosen for them. */
  #isChosen = false
  #found: Pick<RunHeader, 'preset' | 'strategy'> | null = null
  readonly texts = $state(noTexts())
  /** Empty: as the preset says. */
  policy = $state<Policy | ''>('')
  /** Likewise. */
  detail = $state<Detail | ''>('')

  readonly #presets = $derived([
    ...this.#opened,
    ...(this.#catalog?.presets ?? []).filter(({ id }) => this.#opened.every((preset) => preset.id !== id)),
  ])
  readonly #preset = $derived(this.#presets.find((preset) => preset.id === this.#presetId) ?? null)
  readonly #defaults = $derived<RunOptions | null>(
    this.standard === null ? null : { ...this.standard, ...this.#preset?.options },
  )
  readonly #problems = $derived(fieldProblems(this.texts))
  readonly #setCount = $derived(
    Object.values(this.texts).filter((text) => text.trim() !== '').length +
      [this.policy, this.detail].filter((choice) => choice !== '').length,
  )

  get catalog(): Catalog | null {
    return this.#catalog
  }

  get strategy(): StrategyId {
    return this.#strategy
  }

  set strategy(strategy: StrategyId) {
    this.#isChosen = true
    this.#strategy = strategy
  }

  /** Takes over what can be run; chooses what the run on screen was started with, else the first preset. */
  offer(catalog: Catalog): void {
    this.#catalog = catalog
    const first = catalog.presets[0]
    if (this.#presetId === null && first !== undefined) this.#take(first)
    this.#takeFound()
  }

  /** Chooses what the run was started with that was there when the window began, unless something has been chosen. */
  goOnWith(found: Pick<RunHeader, 'preset' | 'strategy'>): void {
    this.#found = found
    this.#takeFound()
  }

  /** Presets from files come first: they were asked for last. */
  get presets(): readonly PresetOffer[] {
    return this.#presets
  }

  get preset(): PresetOffer | null {
    return this.#preset
  }

  /** What holds for every preset that does not ask for something else; null: not known yet. */
  get standard(): RunOptions | null {
    return this.#catalog === null ? null : { ...this.#catalog.defaults, ...this.#preferred }
  }

  /** Takes over what the user has settled for all runs. */
  prefer(options: Partial<RunOptions>): void {
    this.#preferred = options
  }

  /** What holds where the user sets nothing. */
  get defaults(): RunOptions | null {
    return this.#defaults
  }

  /** A sentence for each field that cannot be used as it is. */
  get problems(): ReadonlyMap<NumberOption, string> {
    return this.#problems
  }

  /** How many options differ from the defaults by the user's wish. */
  get setCount(): number {
    return this.#setCount
  }

  /** Chooses a preset and, with it, the strategy that it suggests. */
  choosePreset(id: string): void {
    this.#isChosen = true
    this.#presetId = id
    const preset = this.#presets.find((candidate) => candidate.id === id)
    if (preset !== undefined) this.#take(preset)
  }

  #take({ id, strategy }: PresetOffer): void {
    this.#presetId = id
    this.#strategy = strategy
  }

  #takeFound(): void {
    const found = this.#found
    if (found === null || this.#isChosen) return
    // One from a file is offered under another id than it has for itself.
    const preset = this.#presets.find(
      ({ title, summary }) => title === found.preset.title && summary === found.preset.summary,
    )
    if (preset !== undefined) this.#take({ ...preset, strategy: found.strategy })
  }

  /** Adds a preset from a file and chooses it. */
  addPreset(preset: PresetOffer): void {
    this.#opened = [preset, ...this.#opened.filter(({ id }) => id !== preset.id)]
    this.choosePreset(preset.id)
  }

  /** Sets everything as it was set for a run that is to be repeated. */
  reuse(preset: PresetOffer, { strategy, options }: RunRequest): void {
    const known = this.#catalog?.presets.find(({ id }) => id === preset.id)
    // A preset that is on offer anyway does not become one of the user's own.
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(preset)) this.choosePreset(preset.id)
    else this.addPreset(preset)
    this.reset()
    this.strategy = strategy
    const { policy, detail } = options
    for (const { name } of optionFields) this.texts[name] = String(options[name] ?? '')
    this.policy = policy ?? ''
    this.detail = detail ?? ''
  }

  isOpened(preset: PresetOffer): boolean {
    return this.#opened.includes(preset)
  }

  reset(): void {
    Object.assign(this.texts, noTexts())
    this.policy = ''
    this.detail = ''
  }

  /** What to start; null: no preset yet, or a field needs another value. */
  get request(): RunRequest | null {
    if (this.#preset === null || this.#problems.size > 0) return null
    const policy = this.policy === '' ? {} : { policy: this.policy }
    const detail = this.detail === '' ? {} : { detail: this.detail }
    return {
      presetId: this.#preset.id,
      strategy: this.strategy,
      options: { ...enteredOptions(this.texts), ...policy, ...detail },
    }
  }
}
