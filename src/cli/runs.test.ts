import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LibraryEntry, RunListing } from '#shared/model/saved-run.ts'
import { endOf, fewThreads, TestGround } from './test-ground.ts'

let ground: TestGround
/** A saved run of the quick preset. */
let first: RunListing
beforeAll(async () => {
  ground = await TestGround.open()
})
afterAll(() => ground.close())
beforeEach(() => ground.forget())

async function listed(...args: readonly string[]): Promise<readonly LibraryEntry[]> {
  const { out } = await ground.taskscope('runs', 'list', '--json', ...args)
  return JSON.parse(out) as LibraryEntry[]
}

function ofRun(entry: LibraryEntry | undefined): RunListing {
  if (entry?.kind !== 'run') throw new Error(`Expected a run, got ${JSON.stringify(entry)}`)
  return entry
}

test('a run is in the library when it is over, under the id that its summary tells', async () => {
  const { code, out, err } = await ground.taskscope('run', ground.quick(), ...fewThreads)
  const entries = await listed()
  first = ofRun(entries[0])
  expect([code, err, entries.length, out.includes(`saved        as ${first.id};`)]).toEqual([0, '', 1, true])
  expect(first).toMatchObject({
    presetTitle: 'Test',
    strategy: 'hybrid',
    taskCount: 5,
    phase: 'completed',
    outcomes: { succeeded: 5, failed: 0, cancelled: 0, 'timed-out': 0 },
    origin: { kind: 'measured', by: 'command-line' },
  })
  const shown = await ground.taskscope('runs', 'show', 'latest')
  const figures = (text: string): string[] =>
    text.split('\n').filter((line) => / {2}(makespan|tasks|cores busy) /.test(line))
  // The same figures, from the files as from the recorder.
  expect([shown.code, shown.err, figures(shown.out)]).toEqual([0, '', figures(out)])
})

test('a run that cannot be saved is told of at once, ends as it would have, and is kept to be imported', async () => {
  const file = join(ground.folder, 'in-the-way')
  writeFileSync(file, '')
  ground.environment = { TASKSCOPE_RUNS: file }
  const { code, out, err } = await ground.taskscope('run', ground.quick(), ...fewThreads)
  expect([code, out.includes('5 succeeded'), out.includes('saved'), err.split('\n').length]).toEqual([
    0,
    true,
    false,
    3,
  ])
  const [problem, offer] = err.split('\n')
  expect(problem).toMatch(/^The run could not be saved in .*in-the-way.*: .*\.$/)
  const told = /^The run is in (\S+) instead: “taskscope runs import (\S+)” brings it into the library\.$/
  const [, place = '', again] = told.exec(offer ?? '') ?? []
  expect([place.startsWith(ground.temporary), again]).toEqual([true, place])
  ground.environment = { TASKSCOPE_RUNS: join(ground.folder, 'elsewhere') }
  const imported = await ground.taskscope('runs', 'import', place)
  expect([imported.code, imported.err, imported.out.includes('imported as')]).toEqual([0, '', true])
  rmSync(ground.temporary, { recursive: true })
  mkdirSync(ground.temporary)
})

test('a command line that is killed leaves a run that is listed as interrupted, and opens', async () => {
  const child = ground.launch('run', ground.endless(), ...fewThreads)
  ground.onRequest = () => setTimeout(() => child.kill('SIGKILL'), 300)
  await endOf(child)
  const [killed] = await listed('is:interrupted')
  const { id } = ofRun(killed)
  const shown = await ground.taskscope('runs', 'show', id)
  expect([shown.code, shown.err, shown.out.includes('Test (endless) under hybrid — interrupted')]).toEqual([
    0,
    '',
    true,
  ])
})

test('labels are written, kept and searched', async () => {
  const label = await ground.taskscope(
    'runs',
    'label',
    first.id,
    '--title',
    'Mine',
    '--tag',
    'x',
    '--tag',
    'y',
    '--json',
  )
  expect([label.code, ofRun(JSON.parse(label.out) as LibraryEntry).labels]).toEqual([
    0,
    { title: 'Mine', tags: ['x', 'y'], note: '' },
  ])
  const changed = await ground.taskscope('runs', 'label', first.id, '--untag', 'x', '--note', 'Loud fan.')
  expect([changed.code, (await listed('tag:y', 'loud')).map((entry) => ofRun(entry).labels)]).toEqual([
    0,
    [{ title: 'Mine', tags: ['y'], note: 'Loud fan.' }],
  ])
})

test('a saved run is exported, comes back into another library, and is compared by its id and by its file', async () => {
  const folder = join(ground.folder, 'exported')
  const exported = await ground.taskscope(
    'runs',
    'export',
    first.id,
    '--out',
    folder,
    '--formats',
    'json',
    '--json',
  )
  const [file = ''] = readdirSync(folder).map((name) => join(folder, name))
  expect([exported.code, JSON.parse(exported.out)]).toEqual([
    0,
    [
      {
        runId: first.id,
        formats: [{ format: 'json', kind: 'written', files: [file], bytes: readFileSync(file).length }],
      },
    ],
  ])
  const known = await ground.taskscope('runs', 'import', file)
  expect([known.code, known.out]).toEqual([0, `${file}: in the library already, as ${first.id}\n`])
  ground.environment = { TASKSCOPE_RUNS: join(ground.folder, 'other') }
  const added = await ground.taskscope('runs', 'import', file, join(ground.folder, 'in-the-way'), '--json')
  expect([added.code, JSON.parse(added.out)]).toMatchObject([
    2,
    [{ kind: 'added', id: first.id }, { kind: 'failed' }],
  ])
  ground.environment = {}
  const twice = await ground.taskscope('compare', file, 'vs', first.id)
  expect([twice.code, twice.err.includes(`got run ${first.id} twice`)]).toEqual([2, true])
  await ground.taskscope('run', ground.quick(), ...fewThreads, '--strategy', 'threads', '--quiet')
  const compared = await ground.taskscope('compare', file, 'vs', 'latest')
  expect([compared.code, compared.err]).toEqual([0, ''])
})

test.runIf(process.platform === 'linux')(
  'a run that is deleted goes to the trash, when that is agreed to',
  async () => {
    const data = join(ground.folder, 'data')
    mkdirSync(data)
    ground.environment = { XDG_DATA_HOME: data, HOME: ground.folder }
    const asked = await ground.taskscope('runs', 'delete', first.id)
    expect([asked.code, asked.err, existsSync(join(ground.runs, first.id))]).toEqual([
      2,
      'taskscope: runs delete: expected --yes where nobody can be asked, got none.\n',
      true,
    ])
    const deleted = await ground.taskscope('runs', 'delete', first.id, '--yes')
    const [trashed = ''] = readdirSync(join(data, 'Trash', 'files'))
    expect([
      deleted,
      existsSync(join(ground.runs, first.id)),
      readdirSync(join(data, 'Trash', 'files', trashed)).includes('run.json'),
    ]).toEqual([{ code: 0, out: `${first.id} moved to the trash.\n`, err: '' }, false, true])
  },
)

test('a run that is not there is said to be so, with what may have been meant', async () => {
  const [entry] = await listed()
  const { id } = ofRun(entry)
  const mistyped = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`
  expect([
    await ground.taskscope('runs', 'show', mistyped),
    await ground.taskscope('runs', 'delete', 'nonsense', '--yes'),
    (await ground.taskscope('runs', 'show', '2')).err.startsWith(
      'taskscope: Expected what only one run begins with, got "2", with which ',
    ),
  ]).toEqual([
    { code: 2, out: '', err: `taskscope: Expected a run of the library, got "${mistyped}". Was it ${id}?\n` },
    {
      code: 2,
      out: '',
      err: 'taskscope: Expected a run of the library, got "nonsense". See taskscope runs list.\n',
    },
    true,
  ])
})

test('exports that have nowhere to go end it before anything runs', async () => {
  const file = join(ground.folder, 'in-the-way')
  const { code, out, err } = await ground.taskscope('run', ground.endless(), '--out', file)
  expect([code, out, err, ground.requests]).toEqual([
    2,
    '',
    `taskscope: --out: expected a folder, got the file ${file}.\n`,
    0,
  ])
})

test('a run is exported in several formats as it ends, and with --no-save kept nowhere else', async () => {
  const folder = join(ground.folder, 'deep', 'out')
  ground.environment = { TASKSCOPE_RUNS: join(ground.folder, 'unused') }
  const { code, err } = await ground.taskscope(
    'run',
    ground.quick(),
    ...fewThreads,
    '--no-save',
    '--out',
    folder,
    '--formats',
    'html,json',
  )
  expect([
    code,
    err,
    readdirSync(folder).map((name) => name.replace(/-\d{8}-.*?(?=\.)/, '')),
    existsSync(join(ground.folder, 'unused')),
  ]).toEqual([0, '', ['quick-hybrid.html', 'quick-hybrid.json'], false])
})
