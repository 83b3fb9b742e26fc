import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { shippedPresetIds } from '#shared/model/shipped-preset-ids.ts'
import { useLanguage } from '#shared/texts/language.ts'
import { presetSummary, presetTitle } from '#shared/words/preset-words.ts'

afterEach(() => useLanguage('en'))

interface PresetFile {
  readonly id: string
  readonly title: string
  readonly summary: string
}

const files = shippedPresetIds.map((id) => {
  const file = join(import.meta.dirname, '..', '..', '..', 'resources', 'presets', `${id}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as PresetFile
})

test('presets that ship are called as their files say, and in German by words of their own', () => {
  const words = (): [string, string][] => files.map((file) => [presetTitle(file), presetSummary(file)])
  const english = words()
  expect(english).toEqual(files.map(({ title, summary }) => [title, summary]))
  useLanguage('de')
  // Where a file and the catalogue disagree, the file’s words would stay.
  expect(words().filter(([, summary], at) => summary === files[at]?.summary)).toEqual([])
})

test('a preset of somebody’s own keeps its words, also under an id that ships', () => {
  useLanguage('de')
  const own = { id: 'course-demo', title: 'Our course', summary: 'Ours.' }
  expect([presetTitle(own), presetSummary(own)]).toEqual(['Our course', 'Ours.'])
})
