import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Experiment, Trial } from '#shared/model/experiment.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { forkNode } from '../platform/fork-node.ts'
import { readRunFolder } from '../runs/reading/read-run-folder.ts'
import { parsePreset } from '../engine/preset-schema.ts'
import { experimentParts } from './experiment-parts.ts'
import type { HostSetup } from './host-messages.ts'
import { runExperiment } from './run-experiment.ts'
import { launchRunHost, type RunHost } from './run-host-client.ts'
import { RunSpool } from './run-spool.ts'

// Hosts run the built entry: Node 20 cannot start one from TypeScript.
const setup: Omit<HostSetup, 'machine'> = {
  entries: fileURLToPath(new URL('../../../out/main', import.meta.url)),
  resources: fileURLToPath(new URL('../../../resources', import.meta.url)),
  otherProcessIds: [process.pid],
}

const system = process.env['TMPDIR']
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  process.env['TMPDIR'] = folder
})
afterAll(() => {
  if (system === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = system
  rmSync(folder, { recursive: true })
})

const presetOf = (...tasks: readonly object[]): Experiment['variants'][number]['preset'] =>
  parsePreset('test', {
    schemaVersion: 1,
    id: 'test',
    title: 'Test',
    summary: 'Tests.',
    options: { cpuWorkers: 2, blockingThreads: 1, sampleHz: 50 },
    tasks: tasks.map((task, at) => ({ name: `group ${at}`, ...task })),
  })
const quick = presetOf({ kind: 'cpu', workload: 'sqrt-loop', count: 3, parameters: { targetMs: 5 } })
const endless = presetOf({ kind: 'cpu', workload: 'sqrt-loop', count: 2, parameters: { iterations: 1e11 } })

function experimentOf(preset: typeof quick, strategies: readonly StrategyId[]): Experiment {
  const variants = strategies.map((strategy) => ({ label: strategy, preset, strategy, options: {} }))
  return { kind: 'comparison', variants, repeats: 2, warmUps: 1, pauseMs: 0 }
}

const wishOf = (preset: typeof quick) => ({ preset, strategy: 'hybrid', options: {}, record: null }) as const

const isAlive = (processId: number): boolean => existsSync(`/proc/${processId}`)

test('two variants are measured by hosts of their own: the same work, and every run can be read', async () => {
  const spool = await RunSpool.open()
  const { ending, message, trials } = await runExperiment(
    experimentOf(quick, ['hybrid', 'processes']),
    experimentParts(setup, forkNode, spool),
    {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onTrial: () => undefined,
      onSavingProblem: () => undefined,
    },
  )
  expect([ending, message]).toEqual(['completed', ''])
  const one = (of: (trial: Trial) => string): number => new Set(trials.map(of)).size
  // Iterations come from a target time: all hosts go by one calibration.
  expect([one(({ run }) => run.work), one(({ run }) => run.checksum)]).toEqual([1, 1])
  const runs = await spool.readAll(trials.map(({ run }) => run.id))
  expect(
    [...runs.values()].map(({ header, tasks, phase }) => [header.strategy, tasks.count, phase.kind]),
  ).toEqual([
    ['hybrid', 3, 'completed'],
    ['processes', 3, 'completed'],
    ['processes', 3, 'completed'],
    ['hybrid', 3, 'completed'],
  ])
  await spool.close()
  expect(readdirSync(folder)).toEqual([])
})

test('a run that is cancelled is answered as such, and the host runs on', async () => {
  const host = await launchRunHost({ ...setup, machine: null }, forkNode)
  const cancelled = host.run(wishOf(endless))
  host.cancel()
  expect((await cancelled).phase.kind).toBe('cancelled')
  expect((await host.run(wishOf(quick))).phase.kind).toBe('completed')
  await host.end()
  await host.end()
})

test('a host that is killed in mid-run leaves that run in the library, as one that was interrupted', async () => {
  const library = join(folder, 'library')
  const host = await launchRunHost({ ...setup, machine: null }, forkNode)
  const facts = { origin: { kind: 'measured', by: 'app' }, taskscope: '' } as const
  const run = host.run({ ...wishOf(endless), record: { library, temporary: null, facts } })
  const isThere = (): boolean =>
    existsSync(library) && readdirSync(library).some((name) => !name.startsWith('.'))
  await expect.poll(isThere, { timeout: 10_000 }).toBe(true)
  process.kill(pidOf(host), 'SIGKILL')
  await expect(run).rejects.toThrow('signal SIGKILL')
  const read = await readRunFolder(join(library, readdirSync(library)[0] ?? ''))
  expect(read.run.phase.kind).toBe('interrupted')
  rmSync(library, { recursive: true })
})

test('a run is cancelled also while its host gets ready to save it', async () => {
  const library = join(folder, 'library')
  const host = await launchRunHost({ ...setup, machine: null }, forkNode)
  const facts = { origin: { kind: 'measured', by: 'app' }, taskscope: '' } as const
  const run = host.run({ ...wishOf(endless), record: { library, temporary: null, facts } })
  host.cancel()
  expect(await run).toMatchObject({ phase: { kind: 'cancelled' }, savingProblem: '', recordProblem: '' })
  await host.end()
  rmSync(library, { recursive: true })
})

test('a run that cannot begin is refused with the reason', async () => {
  const host = await launchRunHost({ ...setup, machine: null }, forkNode)
  const wish = { ...wishOf(quick), options: { sampleHz: -1 } }
  await expect(host.run(wish)).rejects.toThrow()
  await host.end()
})

test('a host that cannot describe its machine is not there', async () => {
  await expect(
    launchRunHost({ ...setup, entries: join(folder, 'nothing'), machine: null }, forkNode),
  ).rejects.toThrow('The process that makes the runs ended: exit code 1.')
})

/** Starts an endless run in a host that is the child of a process of its own; gives that process and the host's children. */
async function inAnotherProcess(): Promise<{ parent: ReturnType<typeof spawn>; hostId: number }> {
  const script = join(folder, 'parent.mjs')
  writeFileSync(
    script,
    `import { fork } from 'node:child_process'
     const host = fork(${JSON.stringify(join(setup.entries, 'run-host.js'))}, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
     host.on('message', () => {
       host.send({ kind: 'run', wish: ${JSON.stringify({ ...wishOf(endless), strategy: 'processes' })} })
       console.log(host.pid)
     })
     host.send({ kind: 'set-up', setup: ${JSON.stringify({ ...setup, machine: null })} })`,
  )
  const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  return { parent, hostId: Number(line.toString()) }
}

test.runIf(process.platform === 'linux')(
  'when the parent is killed, the host ends by itself, with its children and its temporary files',
  async () => {
    const { parent, hostId } = await inAnotherProcess()
    const childrenOf = async (): Promise<number[]> => {
      const listing = spawn('ps', ['-o', 'pid=', '--ppid', String(hostId)])
      return (await text(listing.stdout)).trim().split(/\s+/).map(Number)
    }
    const hasTwo = async (): Promise<boolean> => (await childrenOf()).length === 2
    await expect.poll(hasTwo, { timeout: 10_000 }).toBe(true)
    const everybody = [hostId, ...(await childrenOf())]
    expect(everybody.filter(isAlive)).toEqual(everybody)
    parent.kill('SIGKILL')
    await expect.poll(() => everybody.filter(isAlive), { timeout: 10_000 }).toEqual([])
    expect(readdirSync(folder)).toEqual(['parent.mjs'])
  },
)

test('a host that is killed in mid-run is told of in a sentence, and so is every question after that', async () => {
  const hosts: RunHost[] = []
  const spool = await RunSpool.open()
  const parts = experimentParts(setup, forkNode, spool)
  const outcome = await runExperiment(
    experimentOf(quick, ['hybrid', 'sequential']),
    {
      ...parts,
      launchHost: async (machine) => {
        const host = await parts.launchHost(machine)
        hosts.push(host)
        return host
      },
    },
    {
      signal: new AbortController().signal,
      onProgress: ({ done, variant }) => {
        if (done === 3 && variant === 1) process.kill(pidOf(hosts[1]), 'SIGKILL')
      },
      onTrial: () => undefined,
      onSavingProblem: () => undefined,
    },
  )
  await spool.close()
  expect([outcome.ending, outcome.message, outcome.trials.length]).toEqual([
    'failed',
    'A run of “sequential” could not be made: The process that makes the runs ended: signal SIGKILL.',
    1,
  ])
  await expect(hosts[1]?.run(wishOf(quick))).rejects.toThrow('ended: signal SIGKILL')
})

function pidOf(host: RunHost | undefined): number {
  const processId = host?.processId ?? null
  if (processId === null) throw new Error('Expected a host that was started')
  return processId
}
