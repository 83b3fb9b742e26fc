import type { ComparisonRequest, PresetOffer } from '#shared/ipc.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import {
  baselineOf,
  choicesProblem,
  comparisonRequest,
  standardChoices,
  withDraftAdded,
  withDraftChanged,
  withoutDraft,
  type ComparisonChoices,
  type ExperimentNumber,
  type VariantDraft,
} from './comparison-choices.ts'
import type { Settings } from './settings.svelte.ts'
import { readChoices } from './stored-choices.ts'

/** Where the choices outlive a reload of the window. */
export type ChoicesMemory = Pick<Storage, 'getItem' | 'setItem'>

const storageKey = 'comparison-setup'

/** What the next comparison will be. */
export class ComparisonSetup {
  readonly #settings: Settings
  readonly #memory: ChoicesMemory
  #choices = $state.raw<ComparisonChoices>(standardChoices())

  readonly #preset = $derived.by<PresetOffer | null>(() => {
    const { presets, preset } = this.#settings
    return presets.find(({ id }) => id === this.#choices.presetId) ?? preset
  })
  readonly #problem = $derived(choicesProblem(this.#choices, this.#preset))
  readonly #baseline = $derived(baselineOf(this.#choices, this.#preset))

  constructor(settings: Settings, memory: ChoicesMemory) {
    this.#settings = settings
    this.#memory = memory
    this.#choices = readChoices(memory.getItem(storageKey))
  }

  get choices(): ComparisonChoices {
    return this.#choices
  }

  get presets(): readonly PresetOffer[] {
    return this.#settings.presets
  }

  isOpened(preset: PresetOffer): boolean {
    return this.#settings.isOpened(preset)
  }

  /** What holds where neither the preset nor a variant says otherwise; null: not known yet. */
  get defaults(): RunOptions | null {
    return this.#settings.standard
  }

  /** The preset that would be compared; null: there is none yet. */
  get preset(): PresetOffer | null {
    return this.#preset
  }

  /** The row that the others would be compared with; null: none is ticked. */
  get baseline(): VariantDraft | null {
    return this.#baseline
  }

  /** Why nothing can be compared yet, as a sentence; null: it can. */
  get problem(): string | null {
    return this.#problem
  }

  /** What to start; null: something has to be chosen otherwise first. */
  get request(): ComparisonRequest | null {
    return comparisonRequest(this.#choices, this.#preset)
  }

  choosePreset(presetId: string): void {
    this.#choose({ ...this.#choices, presetId })
  }

  chooseBaseline(baselineId: number): void {
    this.#choose({ ...this.#choices, baselineId })
  }

  enterNumber(name: ExperimentNumber, text: string): void {
    this.#choose({ ...this.#choices, numbers: { ...this.#choices.numbers, [name]: text } })
  }

  addDraft(strategy: StrategyId): void {
    this.#choose(withDraftAdded(this.#choices, strategy))
  }

  removeDraft(id: number): void {
    this.#choose(withoutDraft(this.#choices, id))
  }

  changeDraft(id: number, change: Parameters<typeof withDraftChanged>[2]): void {
    this.#choose(withDraftChanged(this.#choices, id, change))
  }

  #choose(choices: ComparisonChoices): void {
    this.#choices = choices
    this.#memory.setItem(storageKey, JSON.stringify(choices))
  }
}
