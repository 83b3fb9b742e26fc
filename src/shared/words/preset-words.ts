import { languageInUse, texts } from '../texts/texts.ts'
import { english } from '../texts/english/index.ts'

/** What is known of a preset wherever it is named. */
interface NamedPreset {
  readonly id: string
  readonly title: string
}

/** What the catalogue has for a preset that ships with the app; a file of the same id with other words is not that one. */
function shippedWords({ id, title }: NamedPreset): (typeof english)['presets'][string] | undefined {
  if (languageInUse() === 'en' || english.presets[id]?.title !== title) return undefined
  return texts().presets[id]
}

/** A preset’s title in the language in use: of those that ship with the app, else as its file has it. */
export function presetTitle(preset: NamedPreset): string {
  return shippedWords(preset)?.title ?? preset.title
}

/** The same of what names its preset in two fields of its own: saved runs, results and their outlines. */
export function titleOfItsPreset({
  presetId,
  presetTitle: title,
}: {
  readonly presetId: string
  readonly presetTitle: string
}): string {
  return presetTitle({ id: presetId, title })
}

/** What a preset shows, likewise. */
export function presetSummary(preset: NamedPreset & { readonly summary: string }): string {
  return shippedWords(preset)?.summary ?? preset.summary
}
