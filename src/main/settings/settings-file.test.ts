import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultAppSettings, type AppSettings } from '#shared/model/app-settings.ts'
import { settledOptions } from '#shared/settled-options.ts'
import { SettingsFile, type WatchFile } from './settings-file.ts'

let folder = ''
let file = ''
/** What a change by somebody else calls. */
let noticed: () => void
const watch: WatchFile = (_file, onChanged) => {
  noticed = onChanged
  return () => undefined
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-settings-'))
  file = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (): SettingsFile => new SettingsFile(file, watch)
const put = (content: unknown): void =>
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
const content = (): unknown => JSON.parse(readFileSync(file, 'utf8'))

test('without a file everything has its default, and the first change makes it, folders and all', async () => {
  file = join(folder, 'not', 'there', 'settings.json')
  const settings = open()
  const heard: AppSettings[] = []
  settings.follow(({ settings: now }) => heard.push(now))
  expect([settings.settings, settings.problems]).toEqual([defaultAppSettings, []])
  await settings.change({ theme: 'dark', sampleHz: 20 })
  const expected = { ...defaultAppSettings, theme: 'dark', sampleHz: 20 }
  expect([settings.settings, heard, content()]).toEqual([
    expected,
    [expected],
    { theme: 'dark', sampleHz: 20 },
  ])
  expect(settledOptions(settings.settings)).toEqual({ sampleHz: 20 })
  // Nothing has changed: nobody is told.
  await settings.change({ theme: 'dark' })
  expect(heard).toHaveLength(1)
})

test('a broken field has its default and a sentence; the others hold, and all of them are kept in the file', async () => {
  put({
    theme: 'dark',
    sampleHz: 51,
    cpuWorkers: 2.5,
    runsFolder: 'runs',
    notifiesAtEnd: 'yes',
    warnOwnCostFrom: -1,
    ofTomorrow: { deep: [1] },
  })
  const settings = open()
  expect(settings.settings).toEqual({ ...defaultAppSettings, theme: 'dark' })
  expect(settings.problems).toEqual([
    'settings.json, sampleHz: expected at most 50, got 51.',
    'settings.json, cpuWorkers: expected a whole number, got 2.5.',
    'settings.json, warnOwnCostFrom: expected at least 0, got -1.',
    'settings.json, notifiesAtEnd: expected true or false, got "yes".',
    'settings.json, runsFolder: expected a folder with its full path, got "runs".',
  ])
  await settings.change({ sampleHz: 50 })
  expect(settings.problems).toHaveLength(4)
  expect(content()).toMatchObject({ sampleHz: 50, cpuWorkers: 2.5, ofTomorrow: { deep: [1] } })
})

test.each(['{"theme": "dark"', '[]', 'null', '"dark"', ''])(
  'a file that is no settings at all (%s) is said to be so, and kept aside before it is written over',
  async (text) => {
    put(text)
    const settings = open()
    expect(settings.settings).toEqual(defaultAppSettings)
    expect(settings.problems).toEqual([
      expect.stringMatching(/^settings\.json: expected (JSON|an object), got /),
    ])
    expect(readFileSync(file, 'utf8')).toBe(text)
    const [problem] = settings.problems
    // The app's own note is no reason to write over it.
    await settings.change({ isWelcomed: true })
    expect([settings.settings.isWelcomed, readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual([
      true,
      text,
      ['settings.json'],
    ])
    await settings.change({ language: 'de' })
    expect([content(), readFileSync(`${file}.broken`, 'utf8'), settings.problems]).toEqual([
      { isWelcomed: true, language: 'de' },
      text,
      [problem, 'What settings.json was is kept beside it as settings.json.broken.'],
    ])
    expect([readdirSync(folder).length, open().problems]).toEqual([2, []])
  },
)

test('of several accidents each is kept, and told of until the next start', async () => {
  const settings = open()
  const heard: (readonly string[])[] = []
  settings.follow(({ problems }) => heard.push(problems))
  for (const text of ['first', 'second']) {
    put(text)
    await settings.change({ language: text === 'first' ? 'de' : 'en' })
  }
  expect(readFileSync(`${file}.broken`, 'utf8')).toBe('first')
  expect(readFileSync(`${file}.broken-2`, 'utf8')).toBe('second')
  expect(settings.problems).toHaveLength(4)
  expect(heard.at(-1)).toEqual(settings.problems)
})

test('what was noted while the file was broken holds when somebody mends it, and is written with the next change', async () => {
  put('broken')
  const settings = open()
  await settings.change({ isWelcomed: true })
  put({ theme: 'dark' })
  noticed()
  expect(settings.settings).toEqual({ ...defaultAppSettings, theme: 'dark', isWelcomed: true })
  await settings.change({ language: 'de' })
  expect([content(), readdirSync(folder)]).toEqual([
    { theme: 'dark', isWelcomed: true, language: 'de' },
    ['settings.json'],
  ])
})

test('what somebody else writes is followed, and not lost by a change of ours that follows', async () => {
  put({ theme: 'dark' })
  const settings = open()
  const heard: string[] = []
  settings.follow(({ settings: { theme, language } }) => heard.push(`${theme} ${language}`))
  put({ theme: 'light', language: 'de' })
  noticed()
  noticed()
  expect(heard).toEqual(['light de'])
  put({ theme: 'dark', language: 'en' })
  // Not noticed yet.
  await Promise.all([settings.change({ cpuWorkers: 3 }), settings.change({ blockingThreads: 4 })])
  expect(content()).toEqual({ theme: 'dark', language: 'en', cpuWorkers: 3, blockingThreads: 4 })
  expect(heard.at(-1)).toBe('dark en')
})

test('a change that is none is refused, and nothing is written', async () => {
  const settings = open()
  for (const [change, message] of [
    [{ theme: 'blue' }, 'Settings, theme: expected one of system, light, dark, got "blue".'],
    [{ runsFolder: '/etc' }, 'Settings, runsFolder: expected no field of that name, got "/etc".'],
    [{ cpuWorkers: 0 }, 'Settings, cpuWorkers: expected at least 1, got 0.'],
    [[], 'Settings: expected an object, got an empty list.'],
  ] as const) {
    await expect(settings.change(change)).rejects.toThrow(message)
  }
  await expect(settings.chooseRunsFolder('somewhere')).rejects.toThrow('a folder with its full path')
  expect(existsSync(file)).toBe(false)
})

test('a link to the file stays one', async () => {
  const kept = join(folder, 'kept.json')
  writeFileSync(kept, '{"theme":"dark"}')
  symlinkSync(kept, file)
  await open().chooseRunsFolder('/srv/runs')
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({ theme: 'dark', runsFolder: '/srv/runs' })
})

test('where it cannot be written, a sentence says so', async () => {
  put('')
  rmSync(file)
  // A file stands where its folder would.
  writeFileSync(join(folder, 'taken'), '')
  file = join(folder, 'taken', 'settings.json')
  await expect(open().change({ theme: 'dark' })).rejects.toThrow(
    /^settings\.json could not be written \(.+\)\.$/,
  )
})
