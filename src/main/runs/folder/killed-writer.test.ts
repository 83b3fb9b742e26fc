import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { medianOf } from '#shared/analysis/statistics/median-of.ts'
import type { Run } from '#shared/model/run.ts'
import { stateCode } from '#shared/model/task.ts'
import { readRunFolder } from '../reading/read-run-folder.ts'

// As it is shipped: the built command line, in a process of its own.
const command = fileURLToPath(new URL('../../../../out/main/cli.js', import.meta.url))

const kills = 20
const atATime = 4
const taskCount = 240
/** What the run may be behind when it is killed. */
const mostLostMs = 250
/** Times that a machine without a free core may hold up what was asked for: the request, the draining, the writing, the kill. */
const steps = 4

/** When a process is killed: at its first requests, or some time after it was started, or after the request of that number. */
interface Moment {
  readonly afterRequest: number | null
  readonly delayMs: number
}

/** Seeded, so that a failure can be had again: while the run goes on, a few before it and a few after its last request. */
function moments(): Moment[] {
  const random = fakeRandom(20)
  return Array.from({ length: kills }, (_, at) => {
    if (at % 10 === 0) return { afterRequest: null, delayMs: 100 + random(500) }
    if (at % 10 === 1) return { afterRequest: taskCount, delayMs: random(200) }
    return { afterRequest: 1 + random(taskCount - 1), delayMs: random(100) }
  })
}

interface Killed {
  readonly moment: Moment
  readonly killedAt: number
  /** When the server got each of its requests: a clock and a count that the killed process has no hand in. */
  readonly requestsAt: readonly number[]
  readonly library: string
  /** How late a timer came in this process meanwhile, at most: how late others' may have come. */
  readonly worstLatenessMs: number
}

let folder = ''
let server: Server
/** By the first part of the request's path. */
const requests = new Map<string, { readonly at: number[]; readonly onRequest: () => void }>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  server = createServer((request, response) => {
    const known = requests.get(request.url ?? '')
    known?.at.push(Date.now())
    known?.onRequest()
    setTimeout(() => response.end('ok'), 8)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

/** Runs tasks that tell the server of themselves, and kills the process at that moment. */
async function runAndKill(moment: Moment, name: string): Promise<Killed> {
  const { port } = server.address() as AddressInfo
  const library = join(folder, name, 'runs')
  const temporary = join(folder, name, 'tmp')
  mkdirSync(temporary, { recursive: true })
  const preset = join(folder, name, 'preset.json')
  const task = { name: 'asks', kind: 'async', workload: 'download', count: taskCount }
  const tasks = [{ ...task, parameters: { url: `http://127.0.0.1:${port}/${name}` } }]
  writeFileSync(preset, JSON.stringify({ schemaVersion: 1, id: 'killed', title: 'K', summary: 'K.', tasks }))

  const requestsAt: number[] = []
  let worstLatenessMs = 0
  let dueMs = performance.now() + 10
  const watching = setInterval(() => {
    worstLatenessMs = Math.max(worstLatenessMs, performance.now() - dueMs)
    dueMs = performance.now() + 10
  }, 10)
  const options = ['--loop-concurrency', '3', '--cpu', '1', '--blocking', '1', '--sample-hz', '20']
  const child = spawn(process.execPath, [command, 'run', preset, ...options], {
    env: { ...process.env, TMPDIR: temporary, TASKSCOPE_RUNS: library },
    stdio: 'ignore',
  })
  let killedAt = NaN
  const killSoon = (): void => {
    setTimeout(() => {
      killedAt = Date.now()
      child.kill('SIGKILL')
    }, moment.delayMs)
  }
  requests.set(`/${name}`, {
    at: requestsAt,
    onRequest: () => {
      if (requestsAt.length === moment.afterRequest) killSoon()
    },
  })
  if (moment.afterRequest === null) killSoon()
  await once(child, 'exit')
  clearInterval(watching)
  return { moment, killedAt, requestsAt, library, worstLatenessMs }
}

function startedTasks({ tasks }: Run): number {
  return tasks.state.filter((state) => state >= stateCode.running).length
}

test(
  'a command line that is killed, whenever that is, leaves a run with everything up to the last quarter of a second',
  { timeout: 90_000 },
  async () => {
    const all = moments()
    const killed: Killed[] = []
    for (let first = 0; first < kills; first += atATime) {
      const some = all.slice(first, first + atATime)
      killed.push(...(await Promise.all(some.map((moment, at) => runAndKill(moment, `run-${first + at}`)))))
    }
    const endings: string[] = []
    const lacked: number[] = []
    for (const { moment, killedAt, requestsAt, library, worstLatenessMs } of killed) {
      const mayLackMs = mostLostMs + steps * worstLatenessMs
      const mustHave = requestsAt.filter((atMs) => atMs < killedAt - mayLackMs).length
      // What was begun beside its place and never was a run begins with a dot.
      const names = readNames(library).filter((name) => !name.startsWith('.'))
      const told = { moment, mayLackMs, mustHave, inAll: requestsAt.length }
      if (names.length === 0) {
        expect({ ...told, mustHave }).toMatchObject({ mustHave: 0 })
        endings.push('none')
        continue
      }
      const { run, problems } = await readRunFolder(join(library, names[0] ?? ''))
      endings.push(run.phase.kind)
      // Nothing was cut off in the middle: what reaches the system, reaches it whole.
      expect({ ...told, problems }).toMatchObject({ problems: [] })
      expect(startedTasks(run), JSON.stringify(told)).toBeGreaterThanOrEqual(mustHave)
      if (run.phase.kind === 'completed') {
        expect(startedTasks(run)).toBe(taskCount)
        continue
      }
      expect(run.phase).toEqual({ kind: 'interrupted' })
      // By another clock: that of the wall.
      const lackedMs = killedAt - (Date.parse(run.header.startedAt) + run.nowMs)
      expect(lackedMs, JSON.stringify(told)).toBeLessThan(mayLackMs)
      lacked.push(lackedMs)
    }
    // A machine that holds up one of them holds up few of them.
    const latenessMs = medianOf(killed.map(({ worstLatenessMs }) => worstLatenessMs))
    expect(medianOf(lacked)).toBeLessThan(mostLostMs + (latenessMs ?? 0))
    // Else there was nothing to lose.
    expect(endings.filter((ending) => ending === 'interrupted').length).toBeGreaterThan(kills / 2)
  },
)

function readNames(library: string): string[] {
  try {
    return readdirSync(library)
  } catch {
    // It did not come so far.
    return []
  }
}
