import { expect, test } from 'vitest'
import type { Catalog, PresetOffer } from '#shared/ipc.ts'
import type { RunHeader } from '#shared/model/run.ts'
import { Settings } from './settings.svelte.ts'

const offerOf = (id: string, title: string): PresetOffer => ({
  id,
  title,
  summary: `${title}, in a sentence.`,
  strategy: 'hybrid',
  options: {},
  taskCount: 1,
  tasksPerKind: { cpu: 1, async: 0, blocking: 0 },
})
// Nothing else of either is read here.
const catalog = { presets: [offerOf('first', 'First'), offerOf('file-1', 'Mine')] } as unknown as Catalog
const found = {
  preset: { id: 'mine', title: 'Mine', summary: 'Mine, in a sentence.' },
  strategy: 'threads',
} as unknown as RunHeader

const chosenIn = ({ preset, strategy }: Settings): unknown => [preset?.id, strategy]

test('the first preset is chosen where there is no run yet', () => {
  const settings = new Settings()
  settings.offer(catalog)
  expect(chosenIn(settings)).toEqual(['first', 'hybrid'])
})

test('after a reload, preset and strategy are those of the run on screen, whichever is known first', () => {
  const [offeredFirst, foundFirst] = [new Settings(), new Settings()]
  offeredFirst.offer(catalog)
  offeredFirst.goOnWith(found)
  foundFirst.goOnWith(found)
  foundFirst.offer(catalog)
  expect([chosenIn(offeredFirst), chosenIn(foundFirst)]).toEqual([
    ['file-1', 'threads'],
    ['file-1', 'threads'],
  ])
})

test('what has been chosen meanwhile stays, preset or strategy', () => {
  const [preset, strategy] = [new Settings(), new Settings()]
  for (const settings of [preset, strategy]) settings.offer(catalog)
  preset.choosePreset('first')
  strategy.strategy = 'sequential'
  for (const settings of [preset, strategy]) settings.goOnWith(found)
  expect([chosenIn(preset), chosenIn(strategy)]).toEqual([
    ['first', 'hybrid'],
    ['first', 'sequential'],
  ])
})
