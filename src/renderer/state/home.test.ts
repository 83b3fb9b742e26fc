import { beforeEach, expect, test, vi } from 'vitest'
import { defaultAppSettings, type AppSettings, type SettingsState } from '#shared/model/app-settings.ts'
import { AppSettingsStore } from './app-settings.svelte.ts'
import { FakeApi, settled } from './fake-api.ts'
import { Home } from './home.svelte.ts'
import { Opened } from './opened.svelte.ts'
import { Recent } from './recent.svelte.ts'
import type { Runs } from './runs.ts'
import { Settings } from './settings.svelte.ts'
import { Welcome } from './welcome.svelte.ts'
import { Views } from './views.svelte.ts'

const stateOf = (settings: Partial<AppSettings> = {}): SettingsState => ({
  settings: { ...defaultAppSettings, ...settings },
  problems: [],
  runsFolder: '/runs',
  runsFolderNote: 'none',
  language: 'en',
})

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

let storage = memory()
beforeEach(() => (storage = memory()))

test('settings are read once, then followed; what was told meanwhile is newer than the answer', async () => {
  const fake = new FakeApi({ readSettings: () => Promise.resolve(stateOf({ theme: 'light' })) })
  const heard: SettingsState[] = []
  const store = new AppSettingsStore(fake.api, (state) => heard.push(state))
  const stop = store.follow()
  fake.tell('settings', stateOf({ theme: 'dark' }))
  await settled()
  expect(store.settings.theme).toBe('dark')
  expect(heard).toHaveLength(1)
  stop()
  expect(fake.followers).toBe(0)
})

test('what is wrong with the settings file is news until it was looked at, and again when something else is wrong', () => {
  const fake = new FakeApi({})
  const store = new AppSettingsStore(fake.api, () => undefined)
  store.follow()
  fake.tell('settings', stateOf())
  expect(store.hasNews).toBe(false)
  fake.tell('settings', { ...stateOf(), problems: ['settings.json: expected JSON.'] })
  expect(store.hasNews).toBe(true)
  store.seeProblems()
  fake.tell('settings', { ...stateOf({ theme: 'dark' }), problems: ['settings.json: expected JSON.'] })
  expect(store.hasNews).toBe(false)
  fake.tell('settings', { ...stateOf(), problems: ['settings.json: Permission denied.'] })
  expect(store.hasNews).toBe(true)
})

test('no first steps begin while the settings file could not be read: whether they were taken is in it', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn() }))
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  const unanswered = (): Promise<never> => new Promise(() => undefined)
  const fake = new FakeApi({ readSettings: unanswered, readRecent: unanswered, readPower: unanswered })
  const home = new Home({
    api: fake.api,
    views: new Views(storage),
    settings: new Settings(),
    // Nothing is opened here.
    runs: {} as unknown as Runs,
    memory: storage,
  })
  const stop = home.follow()
  fake.tell('settings', { ...stateOf(), problems: ['settings.json: expected JSON.'] })
  expect(home.welcome.step).toBeNull()
  fake.tell('settings', stateOf())
  expect(home.welcome.step).toBe('tasks')
  stop()
  vi.unstubAllGlobals()
})

test('a change that is refused says why, until the next one is made', async () => {
  const changeSettings = vi
    .fn()
    .mockResolvedValueOnce({ kind: 'refused', message: 'The disk is full.' })
    .mockResolvedValueOnce({ kind: 'done' })
  const fake = new FakeApi({ changeSettings })
  const store = new AppSettingsStore(fake.api, () => undefined)
  await store.change({ theme: 'dark' })
  expect(store.refusal).toBe('The disk is full.')
  await store.change({ theme: 'dark' })
  expect(store.refusal).toBeNull()
  expect(fake.asked).toContainEqual(['changeSettings', { theme: 'dark' }])
})

test('the first steps begin once where nobody was welcomed, keep their place over a reload, and never come again', () => {
  const mark = vi.fn()
  const welcome = new Welcome(storage, mark)
  welcome.beginIfNew(true)
  expect(welcome.step).toBeNull()
  welcome.beginIfNew(false)
  welcome.goTo('places')
  expect(new Welcome(storage, mark).step).toBe('places')
  expect(mark).not.toHaveBeenCalled()
  welcome.end()
  welcome.beginIfNew(false)
  expect([welcome.step, new Welcome(storage, mark).step]).toEqual([null, null])
  expect(mark).toHaveBeenCalledOnce()
})

test('who has started the first run has been welcomed, and ends it without a further word', () => {
  const mark = vi.fn()
  const welcome = new Welcome(storage, mark)
  welcome.begin()
  welcome.goTo('run')
  expect([mark.mock.calls.length, welcome.coversView]).toEqual([1, false])
  welcome.end()
  expect(mark).toHaveBeenCalledOnce()
})

test('a page stands in place of the view over a reload, until it is closed or a view is shown', () => {
  const views = new Views(storage)
  views.show('runs')
  views.openPage('settings')
  const reloaded = new Views(storage)
  expect([reloaded.current, reloaded.page]).toEqual(['runs', 'settings'])
  reloaded.closePage()
  expect(new Views(storage).page).toBeNull()
  views.show('lab')
  expect(views.page).toBeNull()
})

test('what is opened from outside is said and handed on: runs, their problems, and refusals', () => {
  const fake = new FakeApi({})
  const taken = vi.fn()
  const opened = new Opened(fake.api, taken)
  const stop = opened.follow()
  fake.tell('opened', {
    kind: 'runs',
    runIds: [],
    isShown: false,
    problems: ['a.taskscope: expected a run.'],
  })
  expect(opened.notices).toMatchObject([{ tone: 'refused', leadsToRuns: false }])
  fake.tell('opened', { kind: 'refused', message: 'Expected a preset.' })
  // What was said before is not lost by it.
  expect(opened.notices.map(({ text }) => text)).toEqual(['Nothing could be opened.', 'Expected a preset.'])
  opened.dismiss()
  expect([opened.notices, taken.mock.calls.length]).toEqual([[], 2])
  stop()
})

test('recent files are read, then followed', async () => {
  const file = { id: '1', name: 'own.json', what: 'preset' } as const
  const fake = new FakeApi({
    readRecent: () => Promise.resolve([file]),
    openRecent: () => Promise.resolve(),
  })
  const recent = new Recent(fake.api)
  recent.follow()
  await settled()
  expect(recent.files).toEqual([file])
  fake.tell('recent', [])
  expect(recent.files).toEqual([])
  await recent.open(file)
  expect(fake.asked).toContainEqual(['openRecent', { id: '1' }])
})
