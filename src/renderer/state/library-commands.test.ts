import { expect, test } from 'vitest'
import type { Api, PresetOffer } from '#shared/ipc.ts'
import type { RunId } from '#shared/model/ids.ts'
import { FakeApi, settled } from './fake-api.ts'
import { fakeListing } from './fake-listing.ts'
import { LibraryCommands } from './library-commands.svelte.ts'
import { Library } from './library.svelte.ts'
import { Settings } from './settings.svelte.ts'

const id = (name: string): RunId => name as RunId
const preset: PresetOffer = {
  id: 'mine',
  title: 'Mine',
  summary: 'Of my own.',
  strategy: 'hybrid',
  options: {},
  taskCount: 1,
  tasksPerKind: { async: 1, blocking: 0, cpu: 0 },
}

async function make(answers: Partial<Omit<Api, 'subscribe'>> = {}) {
  const fake = new FakeApi({
    readLibrary: () =>
      Promise.resolve({
        entries: [
          fakeListing({ id: 'b' }),
          fakeListing({ id: 'a' }),
          fakeListing({ id: 'on', phase: 'running' }),
        ],
        usage: { bytes: 3, runs: 3, limitBytes: null },
      }),
    ...answers,
  })
  const library = new Library(fake.api)
  const settings = new Settings()
  const views: string[] = []
  library.follow()
  await settled()
  const commands = new LibraryCommands({
    api: fake.api,
    library,
    settings,
    show: (view) => views.push(view),
  })
  const asked = () => fake.asked.filter(([name]) => name !== 'readLibrary')
  return { fake, library, settings, views, commands, asked }
}

test('opening a run shows it in the Lab; why it cannot be opened is said here', async () => {
  const { commands, views } = await make({
    openRun: ({ runId }) =>
      Promise.resolve(
        runId === 'a' ? { kind: 'opened' } : { kind: 'refused', message: 'It is of a newer version.' },
      ),
  })
  await commands.open(id('a'))
  await commands.open(id('b'))
  expect([views, commands.notice, commands.opening]).toEqual([
    ['lab'],
    { about: 'runs', tone: 'refused', text: 'It is of a newer version.' },
    null,
  ])
})

test('running again sets the Lab as it was set then, and starts nothing', async () => {
  const { commands, settings, views, asked } = await make({
    reuseRun: () =>
      Promise.resolve({
        kind: 'offered',
        preset,
        request: { presetId: 'mine', strategy: 'threads', options: { cpuWorkers: 3, policy: 'priority' } },
      }),
  })
  settings.texts.seed = '7'
  await commands.reuse(id('a'))
  expect(settings.request).toEqual({
    presetId: 'mine',
    strategy: 'threads',
    options: { cpuWorkers: 3, policy: 'priority' },
  })
  expect([views, asked().map(([name]) => name)]).toEqual([['lab'], ['reuseRun']])
})

test('nothing is deleted before the user has said so, and a run under way never is', async () => {
  const { commands, library, asked } = await make({ deleteRuns: () => Promise.resolve({ kind: 'done' }) })
  library.selectAll()
  commands.askToDelete()
  expect([commands.toDelete.map((entry) => entry.id), asked()]).toEqual([['b', 'a'], []])
  commands.keep()
  await commands.delete()
  expect(asked()).toEqual([])
  commands.askToDelete()
  await commands.delete()
  expect(asked()).toEqual([['deleteRuns', { runIds: ['b', 'a'] }]])
  expect(commands.toDelete).toEqual([])
})

test('that a run under way cannot be deleted is said', async () => {
  const { commands, library } = await make()
  library.choose(id('on'), 'only')
  commands.askToDelete()
  expect([commands.toDelete, commands.notice?.tone]).toEqual([[], 'refused'])
})

test('what was imported is selected and shown, and what could not be is listed until it is dismissed', async () => {
  const { commands, library, views } = await make({
    importDropped: () =>
      Promise.resolve({ kind: 'imported', runIds: [id('a')], problems: ['x.html has no run inside.'] }),
  })
  library.query = 'is:failed'
  await commands.importDropped([{}])
  expect([views, library.query, [...library.selectedIds], commands.notice?.text]).toEqual([
    ['runs'],
    '',
    ['a'],
    'Imported 1 run',
  ])
  expect(commands.importProblems).toEqual(['x.html has no run inside.'])
  commands.dismissImportProblems()
  expect(commands.importProblems).toEqual([])
})

test('a dismissed import changes nothing, and neither does a drop without files', async () => {
  const { commands, views, asked } = await make({ importRuns: () => Promise.resolve({ kind: 'dismissed' }) })
  await commands.import()
  await commands.importDropped([])
  expect([views, commands.notice, commands.isImporting, asked().length]).toEqual([[], null, false, 1])
})

test('a limit that is refused, or lost on the way, is said', async () => {
  const { commands } = await make({
    limitLibrary: () => Promise.resolve({ kind: 'refused', message: 'The library is read-only.' }),
    revealRun: () => Promise.reject(new Error('gone')),
  })
  await commands.limit(1)
  expect(commands.notice?.text).toBe('The library is read-only.')
  await commands.reveal(id('a'))
  expect(commands.notice?.text).toBe('The folder could not be shown: gone')
})
