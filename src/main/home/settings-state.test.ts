import { expect, test } from 'vitest'
import { defaultAppSettings } from '#shared/model/app-settings.ts'
import { settingsState, textFormatOf } from './settings-state.ts'

test('the language is the one chosen, else the system’s, else English', () => {
  const language = (chosen: 'system' | 'en' | 'de', system: string[]): string =>
    textFormatOf({ ...defaultAppSettings, language: chosen, numbers: 'point' }, system).language
  expect([
    language('system', ['fr-CA', 'de-AT', 'en-US']),
    language('system', ['fr']),
    language('system', []),
    language('en', ['de']),
    language('de', ['en']),
  ]).toEqual(['de', 'en', 'en', 'en', 'de'])
})

test('another run folder is said to hold from the next start, and one of the environment’s to stay', () => {
  const facts = {
    systemLanguages: ['de'],
    runsFolder: '/now',
    nextRunsFolder: '/now',
    isRunsFolderGiven: false,
  }
  const read = { settings: { ...defaultAppSettings, runsFolder: '/next' }, problems: ['One.'] }
  expect([
    settingsState(read, facts),
    settingsState(read, { ...facts, nextRunsFolder: '/next' }).runsFolderNote,
    settingsState(read, { ...facts, isRunsFolderGiven: true }).runsFolderNote,
  ]).toEqual([
    { ...read, runsFolder: '/now', runsFolderNote: 'none', language: 'de' },
    'from-next-start',
    'by-environment',
  ])
})
