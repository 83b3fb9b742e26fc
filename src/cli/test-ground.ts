import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

// As it is shipped: the built file, in a process of its own.
const command = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

/** How the command ended, and all that it said. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** So that a test takes as long as its work. */
export const fewThreads: readonly string[] = ['--cpu', '2', '--blocking', '1', '--sample-hz', '50']

/** For tests: where the command runs, with folders of its own and a server that never answers. */
export class TestGround {
  readonly folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  /** Where the command puts what it needs for a while. */
  readonly temporary = join(this.folder, 'tmp')
  /** Where it keeps its runs: never where somebody's own are. */
  readonly runs = join(this.folder, 'runs')
  /** Requests that are never answered: who sends one is in the middle of its run. */
  requests = 0
  onRequest: () => void = () => undefined
  /** What else the command finds in its environment. */
  environment: Readonly<Record<string, string>> = {}
  readonly #server: Server

  private constructor() {
    mkdirSync(this.temporary)
    this.#server = createServer(() => {
      this.requests++
      this.onRequest()
    })
  }

  static async open(): Promise<TestGround> {
    const ground = new TestGround()
    ground.#server.listen(0, '127.0.0.1')
    await once(ground.#server, 'listening')
    return ground
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
    rmSync(this.folder, { recursive: true })
  }

  /** Between two tests. */
  forget(): void {
    this.requests = 0
    this.onRequest = () => undefined
    this.environment = {}
  }

  /** Writes a preset; gives its file. */
  write(name: string, ...tasks: readonly object[]): string {
    const file = join(this.folder, `${name}.json`)
    const named = tasks.map((task, at) => ({ name: `group ${at}`, ...task }))
    writeFileSync(
      file,
      JSON.stringify({ schemaVersion: 1, id: name, title: 'Test', summary: 'Tests.', tasks: named }),
    )
    return file
  }

  quick(): string {
    return this.write(
      'quick',
      { kind: 'async', workload: 'no-op', count: 3 },
      { kind: 'cpu', workload: 'no-op', count: 2 },
    )
  }

  failing(): string {
    return this.write(
      'failing',
      { kind: 'async', workload: 'no-op' },
      { kind: 'cpu', workload: 'throw-error' },
    )
  }

  /** Long enough for a sample or two, and for CPU times to be read. */
  computing(): string {
    return this.write('computing', {
      kind: 'cpu',
      workload: 'sqrt-loop',
      count: 4,
      parameters: { iterations: 20_000_000 },
    })
  }

  /** Its work is measured on the machine, unless somebody says how much it is. */
  calibrated(): string {
    return this.write('calibrated', {
      kind: 'cpu',
      workload: 'sqrt-loop',
      count: 2,
      parameters: { targetMs: 4 },
    })
  }

  endless(): string {
    const { port } = this.#server.address() as AddressInfo
    return this.write(
      'endless',
      { kind: 'async', workload: 'download', parameters: { url: `http://127.0.0.1:${port}/` } },
      { kind: 'cpu', workload: 'sqrt-loop', count: 4, parameters: { iterations: 1e11 } },
    )
  }

  launch(...args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [command, ...args], {
      cwd: this.folder,
      env: {
        ...process.env,
        TMPDIR: this.temporary,
        TASKSCOPE_RUNS: this.runs,
        // Not those of whoever runs the tests.
        TASKSCOPE_SETTINGS: join(this.folder, 'settings.json'),
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  async taskscope(...args: readonly string[]): Promise<Ended> {
    return endOf(this.launch(...args))
  }
}

/** Waits for a launched command's end. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('Expected pipes')
  const [out, err, [code]] = await Promise.all([
    stdout.destroyed ? '' : text(stdout),
    text(stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return { code, out, err }
}
