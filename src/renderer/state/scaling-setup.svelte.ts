import type { PresetOffer, SweepRequest } from '#shared/ipc.ts'
import type { SweptSize } from '#shared/model/scaling.ts'
import {
  choiceProblems,
  choicesFor,
  chosen,
  readScalingChoices,
  sweepRequest,
  type ScalingChoices,
  type SetupField,
} from './scaling-choices.ts'
import type { Settings } from './settings.svelte.ts'
import { uselessSizes } from './swept-size-use.ts'

const storageKey = 'scaling'
const noReasons: ReadonlyMap<SweptSize, string> = new Map()

/** What the next sweep will be. It outlives a reload of the window. */
export class ScalingSetup {
  readonly #settings: Settings
  #stored = $state.raw<ScalingChoices>(readScalingChoices(sessionStorage.getItem(storageKey)))

  readonly #preset = $derived.by<PresetOffer | null>(() => {
    const { presets, preset } = this.#settings
    return presets.find(({ id }) => id === this.#stored.presetId) ?? preset
  })
  readonly #choices = $derived(choicesFor(this.#stored, this.#preset))
  readonly #problems = $derived(choiceProblems(this.#choices))
  readonly #useless = $derived(
    this.#preset === null ? noReasons : uselessSizes(this.#preset, this.#choices.strategy),
  )

  constructor(settings: Settings) {
    this.#settings = settings
  }

  get presets(): readonly PresetOffer[] {
    return this.#settings.presets
  }

  isOpened(preset: PresetOffer): boolean {
    return this.#settings.isOpened(preset)
  }

  /** Null: there is none yet. */
  get preset(): PresetOffer | null {
    return this.#preset
  }

  /** As they hold for the preset. */
  get choices(): ScalingChoices {
    return this.#choices
  }

  /** A sentence for each field that cannot be used as it is. */
  get problems(): ReadonlyMap<SetupField, string> {
    return this.#problems
  }

  /** Why each size that would change nothing would not. */
  get useless(): ReadonlyMap<SweptSize, string> {
    return this.#useless
  }

  /** What to ask for; null: something has to be chosen otherwise first. */
  get request(): SweepRequest | null {
    if (this.#preset === null || this.#useless.has(this.#choices.size)) return null
    return sweepRequest(this.#choices, this.#preset)
  }

  /** Chooses a preset and, with it, the strategy that it suggests. */
  choosePreset(presetId: string): void {
    const preset = this.presets.find(({ id }) => id === presetId)
    if (preset !== undefined) this.choose({ presetId, strategy: preset.strategy })
  }

  choose(change: Partial<ScalingChoices>): void {
    this.#stored = chosen(this.#choices, change)
    sessionStorage.setItem(storageKey, JSON.stringify(this.#stored))
  }
}
