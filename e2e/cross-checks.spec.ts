import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { JsonSample, JsonTask } from '../src/shared/model/json-report.ts'
import type { StrategyId } from '../src/shared/model/strategy.ts'
import { expect, measuring, test, type TaskscopeApp } from './app.ts'

// What a run in the app says, beside what the operating system says of the app's own processes and threads.
test.skip(process.platform !== 'linux', 'the system’s accounts are read from /proc')

interface Report {
  readonly summary: { readonly makespanMs: number }
  readonly tasks: readonly JsonTask[]
  readonly samples: readonly JsonSample[]
}

/**
 * How much of a process's CPU time its account may lack at a reading: of threads that run on other cores just then, Linux knows
 * what they used up to their core's last tick only (`thread_group_cputime`), which is 10 ms apart at most.
 */
const lagMs = 10 * availableParallelism()

/** The system's account of the main process, in ms. */
interface SystemAccount {
  /** All its threads, also those that have ended (getrusage). */
  readonly processMs: number
  /** By thread: on CPU, and ready without a core (schedstat). */
  readonly threads: Readonly<Record<string, readonly [onCpuMs: number, readyMs: number]>>
  readonly mainThread: string
  /** The other processes, by Electron's account. */
  readonly windowMs: number
}

function readSystem(app: TaskscopeApp): Promise<SystemAccount> {
  return app.electron.evaluate(({ app: electron }) => {
    const { readdirSync, readFileSync: read } = process.getBuiltinModule('node:fs')
    const { user, system } = process.cpuUsage()
    const threads = readdirSync('/proc/self/task').flatMap((id) => {
      try {
        const [onCpu = NaN, ready = NaN] = read(`/proc/self/task/${id}/schedstat`, 'latin1')
          .split(' ')
          .map(Number)
        return [[id, [onCpu / 1e6, ready / 1e6]] as const]
      } catch {
        // It has just ended.
        return []
      }
    })
    const windowSeconds = electron
      .getAppMetrics()
      .filter(({ type }) => type !== 'Browser')
      .reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? NaN), 0)
    return {
      processMs: (user + system) / 1000,
      threads: Object.fromEntries(threads) as Record<string, [number, number]>,
      mainThread: String(process.pid),
      windowMs: windowSeconds * 1000,
    }
  })
}

/** Runs and gives the exported run, with the system's accounts before and after. */
async function runBetweenReadings(
  app: TaskscopeApp,
  folder: string,
  preset: string,
  strategy: StrategyId,
): Promise<{ report: Report; before: SystemAccount; after: SystemAccount }> {
  const before = await readSystem(app)
  await app.runToEnd(preset, strategy)
  const after = await readSystem(app)
  const file = join(folder, 'run.json')
  await app.exportRun(['json'], file)
  await expect(app.exported('json')).toContainText('run.json')
  await app.closeExport()
  return { report: JSON.parse(readFileSync(file, 'utf8')) as Report, before, after }
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

function grown(samples: readonly JsonSample[], field: keyof JsonSample): number {
  const [first, last] = [samples[0]?.[field], samples.at(-1)?.[field]]
  return typeof first === 'number' && typeof last === 'number' ? last - first : NaN
}

test(
  'in the app, CPU times of tasks, threads and processes are what the system charges',
  measuring,
  async ({ app, folder }) => {
    // Threads start and the work is calibrated: what follows is the run.
    await app.runToEnd('cpu-saturation', 'sequential')
    const { report, before, after } = await runBetweenReadings(app, folder, 'cpu-saturation', 'sequential')
    const { tasks, samples, summary } = report
    expect(summary.makespanMs).toBeGreaterThan(2000)
    const systemMs = after.processMs - before.processMs

    // The process, from the first sample to the last; around it the app handles clicks and waits for the window to be drawn.
    const processMs = grown(samples, 'processCpuMs')
    expect(processMs / systemMs).toBeGreaterThan(0.9)
    expect(processMs).toBeLessThanOrEqual(systemMs + lagMs)

    // Thread by thread: slots, main thread and sampler by our samples, the runtime's helpers by the system's account of each.
    const slots = sum(samples.flatMap((sample) => sample.slotOnCpuMs))
    const own = grown(samples, 'mainThreadCpuMs') + (samples.at(-1)?.samplerCpuMs ?? NaN)
    const increases = Object.entries(after.threads).flatMap(([id, [onCpuMs]]) => {
      const earlier = before.threads[id]
      return earlier === undefined || id === after.mainThread ? [] : [onCpuMs - earlier[0]]
    })
    // The slot's thread did nearly all of it; the others are the runtime's.
    const busiest = Math.max(...increases)
    const helpers = sum(increases) - busiest
    const accounted = (slots + own + helpers) / grown(samples, 'processCpuMs')
    expect([Math.abs(accounted - 1) <= 0.05, accounted]).toEqual([true, expect.any(Number)])
    expect(Math.abs(slots / busiest - 1)).toBeLessThanOrEqual(0.05)

    // The tasks of the one slot make up what its thread used.
    const ofTasks = sum(tasks.map(({ onCpuMs }) => onCpuMs)) / slots
    expect([Math.abs(ofTasks - 1) <= 0.05, ofTasks]).toEqual([true, expect.any(Number)])

    // The window, in steps of a tick, is a part of what it used between the readings.
    const windowMs = grown(samples, 'windowCpuMs')
    expect([windowMs > 0, windowMs <= after.windowMs - before.windowMs + 10]).toEqual([true, true])

    // Time adds up, and computing tasks that are long enough to be judged leave next to nothing unexplained.
    for (const task of tasks) {
      const parts = [task.onCpuMs, task.readyMs, task.suspendedMs, task.unexplainedMs]
      expect(parts).not.toContain(null)
      const runMs = (task.finishedMs ?? NaN) - (task.startedMs ?? NaN)
      expect(Math.abs(sum(parts) - runMs)).toBeLessThan(0.01)
    }
    // Of the others, which make garbage, see `docs/measurement.md`: they sleep while the collector's helpers wait for a core.
    const pure = ['sqrt-loop', 'prime-count', 'mandelbrot']
    const judged = tasks.filter(({ workload, startedMs, finishedMs }) => {
      return pure.includes(workload) && (finishedMs ?? NaN) - (startedMs ?? NaN) >= 100
    })
    const unexplained = sum(judged.map(({ unexplainedMs }) => unexplainedMs))
    const turnaround = sum(
      judged.map(({ startedMs, finishedMs }) => (finishedMs ?? NaN) - (startedMs ?? NaN)),
    )
    expect([judged.length > 0, unexplained / turnaround <= 0.02, unexplained / turnaround]).toEqual([
      true,
      true,
      expect.any(Number),
    ])
  },
)

test(
  'with four hogs a core, the app’s tasks are as long without a core as the system says, and lateness is told',
  measuring,
  async ({ app, folder }) => {
    await app.runToEnd('course-demo', 'hybrid')
    const hogs: ChildProcess[] = Array.from({ length: 4 * availableParallelism() }, () =>
      // Ends by itself, should nobody end it.
      spawn(process.execPath, ['-e', 'const end = Date.now() + 60000; while (Date.now() < end);'], {
        stdio: 'ignore',
      }),
    )
    try {
      const { report, before, after } = await runBetweenReadings(app, folder, 'course-demo', 'hybrid')
      const computing = report.tasks.filter(({ kind }) => kind === 'cpu')
      const readyMs = sum(computing.map((task) => task.readyMs))
      const onCpuMs = sum(computing.map((task) => task.onCpuMs))
      // Two of the system's threads did the computing: those that were on CPU most. They waited before and after their tasks, too.
      const threads = Object.entries(after.threads)
        .flatMap(([id, [onCpu, ready]]) => {
          const earlier = before.threads[id]
          return earlier === undefined || id === after.mainThread
            ? []
            : [[onCpu - earlier[0], ready - earlier[1]] as const]
        })
        .sort(([one], [other]) => other - one)
        .slice(0, availableParallelism())
      const systemReadyMs = sum(threads.map(([, ready]) => ready))
      const systemOnCpuMs = sum(threads.map(([onCpu]) => onCpu))
      const share = readyMs / (readyMs + onCpuMs)
      const systemShare = systemReadyMs / (systemReadyMs + systemOnCpuMs)
      // How much the hogs leave it is up to the system, which may share by session and not by process.
      expect([share > 0.1, Math.abs(share / systemShare - 1) <= 0.1, share, systemShare]).toEqual([
        true,
        true,
        expect.any(Number),
        expect.any(Number),
      ])
      // No sample claims to have been on time where the next came later than it says.
      const { samples } = report
      const worstGapMs = Math.max(...samples.map(({ intervalMs }) => intervalMs ?? 0))
      const worstLatenessMs = Math.max(...samples.map(({ latenessMs }) => latenessMs ?? 0))
      expect(worstLatenessMs).toBeGreaterThan(0)
      expect(worstLatenessMs).toBeGreaterThanOrEqual((worstGapMs - 100) * 0.99 - 1)
    } finally {
      await Promise.all(
        hogs.map(async (hog) => {
          const gone = once(hog, 'exit')
          hog.kill('SIGKILL')
          await gone
        }),
      )
    }
  },
)
