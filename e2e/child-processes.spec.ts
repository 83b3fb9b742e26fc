import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { expect, launchApp, test } from './app.ts'
import { launchVariables } from './launch-variables.ts'

const root = join(import.meta.dirname, '..')
/** The runtime's program, found as the electron package finds it. */
const program = createRequire(import.meta.url)('electron') as unknown as string
const isLinux = process.platform === 'linux'

/** Processes whose command line names that folder, such as all of an app whose profile is there. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(folder)
      } catch {
        // It has just ended.
        return false
      }
    })
    .map(Number)
}

/** Starts the command line inside the desktop runtime, as a package's command does. */
function taskscope(folder: string, ...written: readonly string[]): ReturnType<typeof spawn> {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  const args = ['--no-sandbox', ...(isLinux ? ['--ozone-platform=headless'] : []), '--log-level=3']
  return spawn(program, [...args, root, '--command-line', '--', ...written], {
    cwd: folder,
    env: { ...launchVariables(join(folder, 'settings')), TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What a command said, and its exit code. */
async function ended(child: ReturnType<typeof spawn>): Promise<{ code: unknown; out: string; err: string }> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('Expected pipes')
  const [out, err, exit] = await Promise.all([text(stdout), text(stderr), once(child, 'exit')])
  return { code: exit[0] as unknown, out, err }
}

/** Writes a preset; gives its file. */
function preset(folder: string, name: string, ...tasks: readonly object[]): string {
  const file = join(folder, `${name}.json`)
  const options = { cpuWorkers: 2, memoryLimitMb: 64 }
  const named = tasks.map((task, at) => ({ name: `group ${at}`, kind: 'cpu', ...task }))
  writeFileSync(
    file,
    JSON.stringify({ schemaVersion: 1, id: name, title: name, summary: '.', options, tasks: named }),
  )
  return file
}
const endlessWork = { workload: 'sqrt-loop', count: 2, parameters: { iterations: 1e11 } }

test('child processes run tasks and comparisons, are nobody’s own cost, and none outlives an app that is killed', async ({
  folder,
}) => {
  test.skip(!isLinux, 'Processes are looked up in /proc.')
  const settings = join(folder, 'settings')
  const app = await launchApp(settings)
  await app.runToEnd('course-demo', 'processes')
  await expect(app.figure('outcomes')).toContainText('11')
  const names = (): Promise<string[]> =>
    app.electron.evaluate(({ app: electron }) =>
      electron.getAppMetrics().flatMap(({ name }) => (name?.startsWith('Taskscope') === true ? [name] : [])),
    )
  const ofRun = await names()
  expect([...new Set(ofRun)]).toEqual(['Taskscope tasks'])

  // A run host of the comparison process has tasks in processes of its own. Killed in the middle of it, when nobody hears anything.
  await app.chooseComparison('course-demo', ['hybrid', 'processes'], 20)
  await app.part('compare-start').click()
  await expect(app.part('compare-progress')).toContainText(/[3-9]\s*\/\s/, { timeout: 60_000 })
  const ofComparison = await names()
  expect([...new Set(ofComparison)].sort()).toEqual([
    'Taskscope comparisons',
    'Taskscope runs',
    'Taskscope tasks',
  ])
  expect(ofComparison.length).toBeGreaterThan(ofRun.length + 3)
  expect(processesOf(settings).length).toBeGreaterThan(ofComparison.length)
  const gone = once(app.electron.process(), 'exit')
  app.electron.process().kill('SIGKILL')
  await gone
  await expect.poll(() => processesOf(settings)).toEqual([])
})

test('the command line inside the app’s program does what it does from a checkout', async ({ folder }) => {
  const failing = preset(
    folder,
    'failing',
    { workload: 'exit-thread', parameters: { exitCode: 9 } },
    { workload: 'allocate', parameters: { megabytes: 400, where: 'heap', holdMs: 0 } },
    { workload: 'no-op', count: 3 },
  )
  const options = ['--strategy', 'processes', '--no-save']
  const run = await ended(taskscope(folder, 'run', failing, ...options, '--json', '-'))
  const report = JSON.parse(run.out) as {
    readonly tasks: readonly { readonly outcome: string; readonly failure?: { readonly message: string } }[]
  }
  expect([run.code, run.err.split('\n')[0]]).toEqual([1, 'failing (failing) under processes'])
  expect(report.tasks.map(({ failure, outcome }) => failure?.message ?? outcome)).toEqual([
    'Its process ended in the middle of the task: exit code 9',
    'Its process ended in the middle of the task: signal SIGABRT, as when it reaches its memory limit of 64 MiB',
    'succeeded',
    'succeeded',
    'succeeded',
  ])

  const quick = preset(folder, 'quick', { workload: 'no-op', count: 3 })
  const compare = ['compare', quick, '--strategies', 'hybrid,processes', '--repeats', '2', '--no-save']
  expect(await ended(taskscope(folder, ...compare, '--quiet'))).toEqual({ code: 0, out: '', err: '' })
  const out = join(folder, 'out')
  const exported = ['run', quick, '--no-save', '--quiet', '--out', out, '--formats', 'pdf']
  expect((await ended(taskscope(folder, ...exported))).code).toBe(0)
  expect(readdirSync(out)).toHaveLength(1)
  expect(await ended(taskscope(folder, '--nonsense'))).toMatchObject({ code: 2, out: '' })

  // A first signal cancels, and what ran is reported all the same; a second one ends it at once.
  const endless = preset(folder, 'endless', endlessWork)
  const json = join(folder, 'endless-report.json')
  for (const signals of [1, 2]) {
    const child = taskscope(folder, 'run', endless, '--strategy', 'processes', '--json', json)
    const { stderr } = child
    if (stderr === null) throw new Error('Expected a pipe')
    await once(child, 'spawn')
    const runFolders = (): string[] =>
      existsSync(join(folder, 'settings', 'runs')) ? readdirSync(join(folder, 'settings', 'runs')) : []
    await expect.poll(() => runFolders().filter((name) => !name.startsWith('.')).length).toBe(signals)
    // Two of the same kind, sent at once, may arrive as one (signal(7)).
    for (const signal of (['SIGINT', 'SIGTERM'] as const).slice(0, signals)) child.kill(signal)
    expect((await ended(child)).code).toBe(signals === 1 ? 1 : 130)
    if (signals === 1) expect(readFileSync(json, 'utf8')).toContain('"ending": "cancelled"')
  }
  // Nothing of all that is left: neither processes nor profiles.
  await expect.poll(() => (isLinux ? processesOf(join(folder, 'tmp')) : [])).toEqual([])
  expect(readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('taskscope-command-'))).toEqual([])
})
