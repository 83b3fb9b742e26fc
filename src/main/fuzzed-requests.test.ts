import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { describeRun } from '#shared/analysis/run-document.ts'
import { droppedFilesChannel, requestNames, type Requests } from '#shared/ipc.ts'
import { answerRequests, type AnswerParts } from './answer-requests.ts'
import { InputError } from './engine/input-error.ts'
import { PresetLibrary } from './engine/preset-library.ts'
import { OwnSettings } from './home/own-settings.ts'
import { RecentFiles } from './home/recent-files.ts'
import { WorkUnderWay } from './home/work-under-way.ts'
import { serveDroppedFiles } from './ipc/dropped-files.ts'
import { fakeArgument } from './ipc/fake-arguments.ts'
import { RefusedRequest } from './ipc/refused-request.ts'
import { RunStream } from './ipc/run-stream.ts'
import { serveRequests } from './ipc/serve-requests.ts'
import { fakeFacts, writeFakeFolder } from './runs/fake-run-folder.ts'
import { RunLibrary } from './runs/library/run-library.ts'
import { SettingsFile } from './settings/settings-file.ts'

type Listener = (event: { readonly senderFrame: unknown }, argument: unknown) => unknown

/** What the fake of Electron has been asked, and the listeners that it was given. */
const electron = vi.hoisted(() => ({ listeners: new Map<string, unknown>(), asked: [] as string[] }))

vi.mock('electron', () => {
  const dismissed = (): Promise<object> => {
    electron.asked.push('dialog')
    return Promise.resolve({ canceled: true, filePaths: [], filePath: '' })
  }
  return {
    app: {
      getPath: () => '/nowhere',
      getAppPath: () => '/nowhere',
      isPackaged: false,
      getVersion: () => '1.2.3',
      getAppMetrics: () => [],
      getLocale: () => 'en',
      getPreferredSystemLanguages: () => ['en'],
    },
    dialog: { showOpenDialog: dismissed, showSaveDialog: dismissed, showMessageBox: dismissed },
    shell: {
      showItemInFolder: (path: string) => electron.asked.push(path),
      openPath: (path: string) => Promise.resolve(String(electron.asked.push(path))),
    },
    ipcMain: { handle: (name: string, listener: unknown) => electron.listeners.set(name, listener) },
    nativeTheme: {},
    powerMonitor: { isOnBatteryPower: () => false, on: () => undefined },
  }
})

/** So many of what each request is sent are no good; what happens to be valid comes on top. */
const refusedEach = 10_000
/** A request that takes nearly everything would never get there. */
const mostEach = 5 * refusedEach
const seed = 6
const frame = { ours: true }

/** Everything that a request might be led astray to: what lies about in it, and the library. */
const ground = mkdtempSync(join(tmpdir(), 'taskscope-fuzz-'))
const library = join(ground, 'library')
const run = fakeRun({ groups: [{ count: 3 }], tasks: [] })
const runId = run.header.id
const document = describeRun(run, fakeFacts)

const { stackTraceLimit } = Error

beforeAll(() => {
  // Half a million refusals, of each of which nobody reads the stack.
  Error.stackTraceLimit = 0
  for (const folder of ['home', 'elsewhere', 'settings']) {
    mkdirSync(join(ground, folder))
    writeFileSync(join(ground, folder, 'keep.txt'), 'kept')
  }
  writeFakeFolder(join(library, runId), run)
  cpSync(join(library, runId), join(ground, 'elsewhere', runId), { recursive: true })
})

afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
  rmSync(ground, { recursive: true })
})

/** Every file there is, with its content, by its path; but for those that requests are there to write. */
function files(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
  return Object.fromEntries(found.sort().map((path) => [path, readFileSync(path, 'latin1')]))
}

const options = { cpuWorkers: 2, taskTimeoutMs: null, policy: 'fifo', sampleHz: 10 }
const experiment = { presetId: 'course-demo', repeats: 2, warmUps: 1, pauseMs: 0 }
const strategy = 'hybrid'

/** A valid argument of each request: what the fuzz departs from. */
const valid = {
  ...(Object.fromEntries(Object.keys(requestNames).map((name) => [name, null])) as Record<
    keyof Requests,
    unknown
  >),
  startRun: { presetId: 'course-demo', strategy, options },
  startSelfTest: { pairs: 2 },
  startComparison: {
    ...experiment,
    variants: [
      { strategy, options },
      { strategy: 'threads', options: {} },
    ],
    baseline: 1,
  },
  startSweep: { ...experiment, strategy, options, size: 'cpu', values: [1, 2] },
  chooseBaseline: { variant: 1 },
  readExperimentRun: { runId },
  openExperimentRun: { runId },
  exportExperiment: { kind: 'comparison', format: 'json' },
  startExport: { runId, formats: ['json', 'html'], isPrivateShown: false },
  openRun: { runId },
  labelRun: { runId, labels: { title: 'A title', tags: ['one', 'two'], note: 'A note' } },
  deleteRuns: { runIds: [runId] },
  revealRun: { runId },
  reuseRun: { runId },
  limitLibrary: { limitBytes: 1 << 30 },
  changeSettings: { theme: 'dark', sampleHz: 10, warnOwnCostFrom: 0.1, isWelcomed: true },
  openRecent: { id: 'one' },
  acknowledgeBatch: 1,
}

/** What the handlers hand on, once everything has been checked. */
const passedOn: string[] = []

function parts(): AnswerParts {
  const notHere = (what: string): never => {
    passedOn.push(what)
    throw new InputError(notInThisTest)
  }
  const { presets } = {
    presets: new PresetLibrary(join(import.meta.dirname, '..', '..', 'resources', 'presets')),
  }
  return {
    engine: {
      presets,
      isBusy: false,
      describeEnvironment: () => Promise.resolve(run.header.environment),
      start: () => notHere('run'),
    },
    experiments: {
      comparison: { kind: 'idle' },
      scaling: { kind: 'idle' },
      isUnderWay: false,
      isThere: true,
      ask(name: string) {
        passedOn.push(name)
        return Promise.resolve({ kind: 'refused', message: notInThisTest })
      },
    },
    documents: {
      readRun: () => Promise.resolve({ run, document }),
      importRuns(_library: string, given: readonly string[]) {
        passedOn.push(...given)
        return Promise.resolve({ runIds: [], problems: [], refusedFiles: [] })
      },
      exportRun: () => Promise.resolve([]),
    },
    library: new RunLibrary({
      folder: library,
      moveToTrash: () => Promise.reject(new Error(notInThisTest)),
      watch: () => () => undefined,
    }),
    save: () => notHere('save'),
    writeWhole: () => notHere('write'),
    stream: new RunStream(() => undefined),
    send: () => undefined,
    window: () => ({ isDestroyed: () => false }),
    home: {
      settings: new OwnSettings({
        file: new SettingsFile(join(ground, 'settings', 'settings.json'), () => () => undefined),
        onChange: () => undefined,
        onTextFormat: () => undefined,
      }),
      recent: new RecentFiles({ read: () => null, write: () => Promise.resolve() }, () => undefined),
      power: () => ({ state: { isOnBattery: null, isKeptAwake: false } }),
      openRecent: () => Promise.resolve(),
    },
    work: new WorkUnderWay(() => 0),
    version: '1.2.3',
    onFirstFrame: () => undefined,
    // The parts are used for what their names say; whatever else they can do is not asked for here.
  } as unknown as AnswerParts
}

function listenerOf(channel: string): Listener {
  const listener = electron.listeners.get(channel)
  if (typeof listener !== 'function') throw new Error(`Expected an answer to ${channel}, got none`)
  return listener as Listener
}

const bugWords =
  /is not a function|is not iterable|Cannot (?:read|convert|destructure)|is not defined|stack size/

/** What a handler says that would have done it, had it been for real. */
const notInThisTest = 'Not in this test.'

interface Answer {
  readonly kind?: string
  readonly message?: string
  /** What of dropped files was refused. */
  readonly problems?: readonly string[]
}

/** Whether the argument was found to be no good, by the handler rather than by the schema. */
function isRefusal({ kind, message, problems = [] }: Answer): boolean {
  return (kind === 'refused' && message !== notInThisTest) || problems.length > 0
}

/** What comes of it: an answer, a refusal, or something else, which is a bug. */
async function outcomeOf(
  listener: Listener,
  argument: unknown,
  senderFrame: unknown = frame,
): Promise<string> {
  try {
    const answer = ((await listener({ senderFrame }, argument)) ?? {}) as Answer
    // Handlers say what went wrong in a sentence; a bug says it in another language.
    if (bugWords.test(answer.message ?? '')) return `a bug, said as a refusal: ${answer.message}`
    return isRefusal(answer) ? 'refused' : 'answered'
  } catch (error) {
    if (error instanceof RefusedRequest) return error.kind
    return `${String(error)} for ${inspect(argument, { depth: 3, maxStringLength: 60 })}`
  }
}

const drawnFromNull: unknown[] = []
const nullRandom = fakeRandom(seed)

/** Gives one argument after the other. Most requests take nothing: they share theirs. */
function argumentsFrom(base: unknown): (at: number) => unknown {
  if (base !== null) {
    const random = fakeRandom(seed)
    return () => fakeArgument(base, random)
  }
  return (at) => {
    while (drawnFromNull.length <= at) drawnFromNull.push(fakeArgument(base, nullRandom))
    return drawnFromNull[at]
  }
}

/** How often each outcome came, drawn until so many arguments were no good; many at once. */
async function fuzz(channel: string, base: unknown): Promise<Record<string, number>> {
  const draw = argumentsFrom(base)
  const listener = listenerOf(channel)
  const counts: Record<string, number> = {}
  const refused = (): number => (counts['malformed-argument'] ?? 0) + (counts['refused'] ?? 0)
  const atOnce = 100
  for (let drawn = 0; refused() < refusedEach && drawn < mostEach; drawn += atOnce) {
    const outcomes = await Promise.all(
      Array.from({ length: atOnce }, (_, at) => outcomeOf(listener, draw(drawn + at))),
    )
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

test('arguments to every request until ten thousand were no good: each is refused, or valid and answered, and no file is touched but labels, limits and settings', async () => {
  const answers = answerRequests(parts())
  const isOurs = (sender: unknown): boolean => sender === frame
  serveRequests(answers.requests, isOurs)
  serveDroppedFiles(answers.importDropped, isOurs)
  const before = files(ground)

  const channels: [string, unknown][] = [
    ...Object.entries(valid).map(([name, base]): [string, unknown] => [`request:${name}`, base]),
    [droppedFilesChannel, ['/tmp/a.taskscope', '/tmp/b.html']],
  ]
  const inAll = { refused: 0, answered: 0 }
  for (const [channel, base] of channels) {
    const {
      'malformed-argument': malformed = 0,
      refused = 0,
      answered = 0,
      ...bugs
    } = await fuzz(channel, base)
    expect([channel, bugs]).toEqual([channel, {}])
    expect(malformed + refused, channel).toBeGreaterThanOrEqual(refusedEach)
    expect(malformed, channel).toBeGreaterThan(refusedEach / 10)
    inAll.refused += malformed + refused
    inAll.answered += answered
  }
  // docs/security.md has these figures.
  expect(inAll.refused).toBeGreaterThan(440_000)
  expect(inAll.answered).toBeGreaterThan(10_000)

  // The fuzz went deep enough: some arguments were good, and came through all checks.
  expect([...new Set(passedOn)].filter((one) => !one.startsWith('/')).sort()).toEqual([
    'cancel',
    'chooseBaseline',
    'readRun',
    'run',
    'startComparison',
    'startSweep',
  ])
  // Only the dialogs and the file manager were asked, the latter about our own run.
  expect(
    electron.asked.filter(
      (one) => one !== 'dialog' && !one.startsWith(library) && !one.startsWith(join(ground, 'settings')),
    ),
  ).toEqual([])
  // No prototype was reached.
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()

  const after = files(ground)
  const isOwn = (path: string): boolean =>
    path === join(ground, 'settings', 'settings.json') ||
    (path.startsWith(`${library}/`) && /labels|library|index/.test(path.slice(library.length)))
  const others = (all: Record<string, string>): object =>
    Object.fromEntries(Object.entries(all).filter(([path]) => !isOwn(path)))
  expect(others(after)).toEqual(others(before))
}, 60_000)

test('another sender is refused whatever it asks, before its argument is looked at', async () => {
  const channels = [...Object.keys(requestNames).map((name) => `request:${name}`), droppedFilesChannel]
  const outcomes = await Promise.all(
    channels.flatMap((channel) =>
      [null, undefined, { ours: true }].map((sender) => outcomeOf(listenerOf(channel), null, sender ?? null)),
    ),
  )
  expect(new Set(outcomes)).toEqual(new Set(['foreign-sender']))
})
