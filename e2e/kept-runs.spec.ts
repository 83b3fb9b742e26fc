import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { JsonTask } from '../src/shared/model/json-report.ts'
import type { LibraryEntry } from '../src/shared/model/saved-run.ts'
import { expect, launchApp, measuring, test, type TaskscopeApp } from './app.ts'

const commandLine = join(import.meta.dirname, '..', 'out', 'main', 'cli.js')
const run = promisify(execFile)

/** What the command line says of the library of an app with these settings. */
async function ask<Answer>(settings: string, args: readonly string[]): Promise<Answer> {
  const env = { ...process.env, TASKSCOPE_RUNS: join(settings, 'runs') }
  const { stdout } = await run(process.execPath, [commandLine, 'runs', ...args, '--json'], {
    env,
    maxBuffer: 1 << 28,
  })
  return JSON.parse(stdout) as Answer
}

/** How many tasks have ended, as the window says. */
async function endedTasks(app: TaskscopeApp): Promise<number> {
  const text = (await app.figure('outcomes').textContent()) ?? ''
  return Number(/\d+/.exec(text)?.[0] ?? 0)
}

/** Seeded, spread over a run of some two seconds. */
const momentsMs = [60, 333, 720, 1290]

test(
  'an app that is killed in the middle of a run has it, as far as it came, when it is started again',
  measuring,
  async ({ folder }) => {
    const settings = join(folder, 'settings')
    for (const momentMs of momentsMs) {
      const app = await launchApp(settings)
      await app.startRun('cpu-saturation', 'sequential')
      const begunMs = Date.now()
      await expect.poll(() => Date.now() - begunMs, { intervals: [20] }).toBeGreaterThan(momentMs)
      const ended = await endedTasks(app)
      // What the window knew, everybody has known for a quarter of a second.
      const knownMs = Date.now()
      await expect.poll(() => Date.now() - knownMs, { intervals: [20] }).toBeGreaterThan(250)
      const main = app.electron.process()
      const gone = once(main, 'exit')
      main.kill('SIGKILL')
      await gone
      const [entry] = await ask<LibraryEntry[]>(settings, ['list'])
      expect(entry).toMatchObject({ kind: 'run', presetId: 'cpu-saturation', phase: 'interrupted' })
      await ask(settings, ['export', 'latest', '--out', folder, '--formats', 'json'])
      const kept = readdirSync(folder).filter((name) => name.endsWith('.json'))
      const report = JSON.parse(readFileSync(join(folder, kept[0] ?? ''), 'utf8')) as {
        readonly ending: string
        readonly tasks: readonly JsonTask[]
      }
      for (const name of kept) rmSync(join(folder, name))
      const inFile = report.tasks.filter(({ finishedMs }) => finishedMs !== null).length
      expect([report.ending, inFile >= ended, inFile, ended]).toEqual([
        'interrupted',
        true,
        expect.any(Number),
        expect.any(Number),
      ])
    }

    const again = await launchApp(settings)
    await again.show('runs')
    await expect(again.part('runs-row')).toHaveCount(momentsMs.length)
    await again.part('runs-row').first().dblclick()
    await expect(again.root).toHaveAttribute('data-phase', 'interrupted')
    await again.screenshot('interrupted-run')
    await again.electron.close()
    expect(again.complaints).toEqual([])
  },
)
