import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import { strategyIds } from '#shared/model/strategy.ts'
import { stateCode, taskOutcomes } from '#shared/model/task.ts'
import { printTable } from '../bench/table.ts'
import { fakeRandom } from '../src/shared/analysis/fake-random.ts'
import { judgeGrowth } from './growth.ts'
import { processTree, readProcess } from './process-figures.ts'
import { SoakApp } from './soak-app.ts'

const minutes = Number(process.env['TASKSCOPE_SOAK_MINUTES'] ?? 10)
const seed = Number(process.env['TASKSCOPE_SOAK_SEED'] ?? 1)
/** Presets of each round, before the run that all rounds end with. */
const presetsPerRound = 4
/** Everything has been done once by then: threads, caches and compiled code are there. */
const warmUpShare = 0.25
/** A page that breaks down twice within a minute is left to the user. */
const leastBetweenKillsMs = 65_000

/** Growth over the whole soak that is not told from noise: pages of the allocator, caches of the system's libraries. */
const toleratedMb = (firstMb: number): number => Math.max(8, firstMb * 0.06)
const toleratedCount = 1
/** electron#47515, mended in 35.6: the fallback runtime has it, the shipped one has not. */
const leaksNullHandles = (electron: string): boolean => Number.parseFloat(electron) < 35.6

type Meddling = 'none' | 'cancel' | 'reload' | 'kill'

interface Round {
  /** By role, and for all together. */
  readonly privateMb: ReadonlyMap<string, number>
  readonly threads: number
  readonly handles: number
  readonly nullHandles: number
  readonly ports: number
  readonly processes: number
  readonly temporaryFiles: number
}

/** What the page knows of the run on screen, counted there: columns need not travel. */
interface Ended {
  readonly runId: RunId
  readonly tasks: number
  readonly ended: number
  readonly dropped: number
}
const countEnded = `window.api.readSnapshot(null).then(({ run }) => ({
  runId: run.header.id, tasks: run.tasks.count, ended: run.tasks.state.filter((code) => ${JSON.stringify(taskOutcomes.map((outcome) => stateCode[outcome]))}.includes(code)).length, dropped: run.droppedEvents }))`

const folder = mkdtempSync(join(tmpdir(), 'taskscope-soak-'))
let app: SoakApp
beforeAll(async () => {
  app = await SoakApp.launch(folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const draw = fakeRandom(seed)
const random = (): number => draw(2 ** 20) / 2 ** 20
const oneOf = <Value>(values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value
let killedAtMs = -Infinity
const done: Record<Meddling, number> = { none: 0, cancel: 0, reload: 0, kill: 0 }

function chooseMeddling(): Meddling {
  const share = random()
  if (share < 0.2) return 'cancel'
  if (share < 0.35) return 'reload'
  if (share < 0.5 && performance.now() - killedAtMs > leastBetweenKillsMs) return 'kill'
  return 'none'
}

async function meddle(kind: Meddling): Promise<void> {
  if (kind === 'none') return
  await sleep(random() * 1_500)
  if (kind === 'cancel') await app.ask('cancelRun', null)
  else if (kind === 'reload') await app.reloadPage()
  else {
    killedAtMs = performance.now()
    await app.killPage()
  }
}

/** Runs a preset to its end, whatever is done to it meanwhile, and sees to it that all of it was recorded and kept. */
async function run(
  presetId: string,
  strategy: (typeof strategyIds)[number],
  meddling: Meddling,
): Promise<void> {
  const what = `${presetId} under ${strategy} (${meddling})`
  const started = await app.ask('startRun', { presetId, strategy, options: {} })
  if (started.kind !== 'started') throw new Error(`${what}: ${started.message}`)
  done[meddling]++
  await meddle(meddling)
  await app.waitFor(async () => /completed|cancelled/.test((await app.phase()) ?? ''), what)
  await app.waitFor(
    async () => (await app.ask('readSaving', null).catch(() => null))?.kind === 'saved',
    `${what} to be saved`,
  )
  const ended = await app.inPage<Ended>(countEnded)
  expect(ended, what).toEqual({ runId: started.runId, tasks: ended.tasks, ended: ended.tasks, dropped: 0 })
}

async function look(): Promise<Round> {
  await app.collectGarbage()
  // Threads that are ending, and what the system takes its time to close.
  await sleep(500)
  const roles = new Map((await app.processes()).map(({ role, processId }) => [processId, role]))
  const privateMb = new Map<string, number>()
  const sums = { threads: 0, handles: 0, nullHandles: 0, ports: 0, processes: 0 }
  for (const processId of processTree(app.electron.process().pid ?? 0)) {
    const figures = readProcess(processId)
    if (figures === null) continue
    const role = roles.get(processId)
    if (role !== undefined) privateMb.set(role, (privateMb.get(role) ?? 0) + figures.privateMb)
    sums.threads += figures.threads
    sums.handles += figures.handles
    sums.nullHandles += figures.nullHandles
    sums.ports += figures.ports
    sums.processes++
  }
  return { privateMb, ...sums, temporaryFiles: app.temporaryFiles() }
}

test(
  `${minutes} minutes of runs, cancels, reloads and killed pages leave nothing behind`,
  async () => {
    const presets = (await app.ask('readCatalog', null)).presets.map(({ id }) => id)
    const rounds: Round[] = []
    const untilMs = performance.now() + minutes * 60_000
    let next = 0
    let runs = 0
    while (performance.now() < untilMs) {
      for (let at = 0; at < presetsPerRound && performance.now() < untilMs; at++) {
        await run(presets[next++ % presets.length] as string, oneOf(strategyIds), chooseMeddling())
        runs++
      }
      // All rounds end alike: what is there after the same run can be compared.
      await run('course-demo', 'hybrid', 'none')
      runs++
      rounds.push(await look())
    }

    const judged = rounds.slice(Math.floor(rounds.length * warmUpShare))
    const roles = [...new Set(judged.flatMap(({ privateMb }) => [...privateMb.keys()]))]
    const series: [name: string, unit: string, readings: number[], tolerated: number][] = [
      ...roles.flatMap((role): (typeof series)[number][] => {
        const readings = judged.flatMap(({ privateMb }) => privateMb.get(role) ?? [])
        // One that is there now and then only says nothing about growth.
        if (readings.length < judged.length * 0.8) return []
        return [[`memory of ${role}`, 'MB', readings, toleratedMb(readings[0] ?? 0)]]
      }),
      ...(['threads', 'handles', 'ports', 'processes', 'temporaryFiles'] as const).map(
        (name): (typeof series)[number] => [name, '', judged.map((round) => round[name]), toleratedCount],
      ),
      [
        'handles of /dev/null',
        '',
        judged.map(({ nullHandles }) => nullHandles),
        leaksNullHandles(await app.electronVersion()) ? Infinity : toleratedCount,
      ],
    ]
    const growths = series.map(([name, unit, readings, tolerated]) => ({
      name,
      unit,
      tolerated,
      ...judgeGrowth(readings, tolerated),
    }))
    const shown = (value: number): string => value.toFixed(value % 1 === 0 ? 0 : 1)
    printTable(
      `Soak: ${runs} runs in ${minutes} min (${done.cancel} cancelled, ${done.reload} reloads, ${done.kill} pages killed), seed ${seed}; ${rounds.length} rounds, the first ${rounds.length - judged.length} to warm up`,
      ['after each round', 'first', 'last', 'trend', 'tolerated', 'p', 'verdict'],
      growths.map(({ name, unit, first, last, byTrend, tolerated, probability, grows }) => [
        unit === '' ? name : `${name}, ${unit}`,
        shown(first),
        shown(last),
        shown(byTrend),
        Number.isFinite(tolerated) ? shown(tolerated) : 'a fault of this Electron',
        probability.toFixed(3),
        grows ? 'GROWS' : 'flat',
      ]),
    )
    expect(growths.filter(({ grows }) => grows).map(({ name }) => name)).toEqual([])
    // What a run leaves lies in its folder, and no writer is left.
    const unfinished = readdirSync(app.library, { recursive: true }).filter((path) =>
      String(path).endsWith('writing.json'),
    )
    expect(unfinished).toEqual([])
  },
  minutes * 60_000 + 240_000,
)
