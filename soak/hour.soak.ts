import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { printTable } from '../bench/table.ts'
import { readProcess } from './process-figures.ts'
import { SoakApp } from './soak-app.ts'

/** So many times as fast, with so many times the samples a second: the record is as large as that of the whole hour. */
const hurry = Number(process.env['TASKSCOPE_SOAK_HURRY'] ?? 1)
const samplesPerSecond = 10
const seconds = Math.round((Number(process.env['TASKSCOPE_SOAK_MINUTES'] ?? 60) * 60) / hurry)
const simulatedCores = 64
const waitsAtOnce = 24
const mostMb = 200
/** A frame of a 60 Hz display, and what a timer may be off. */
const frameMs = 1000 / 60 + 1.5

const folder = mkdtempSync(join(tmpdir(), 'taskscope-soak-'))
let app: SoakApp | null = null
afterAll(async () => {
  await app?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Waits on the loop for the whole time: the memory of threads that run tasks is the work's own, 10 MB for each. */
function presetFile(): string {
  const taskMs = 3_000
  const rounds = Math.ceil((seconds * 1000) / taskMs)
  const file = join(folder, 'hour.json')
  writeFileSync(
    file,
    JSON.stringify({
      schemaVersion: 1,
      id: 'an-hour',
      title: 'An hour',
      summary: 'Waits for as long as it is told to.',
      strategy: 'hybrid',
      options: {},
      tasks: [
        {
          name: 'wait',
          workload: 'wait',
          kind: 'async',
          count: waitsAtOnce * rounds,
          parameters: { count: 1, ms: taskMs },
        },
      ],
    }),
  )
  return file
}

/** Frames of the page while it pans and zooms over all that has been recorded, for some seconds. */
const watchFrames = (forMs: number): string => `(async () => {
  const canvas = document.querySelector('canvas')
  const box = canvas.getBoundingClientRect()
  const gaps = []
  let before = await new Promise(requestAnimationFrame)
  const until = before + ${forMs}
  for (let frame = 0; before < until; frame++) {
    // A hand on the wheel: zooms in and out at the middle, frame by frame.
    canvas.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true,
      deltaY: Math.floor(frame / 40) % 2 === 0 ? -12 : 12, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }))
    const now = await new Promise(requestAnimationFrame)
    gaps.push(now - before)
    before = now
  }
  gaps.sort((one, other) => one - other)
  return { frames: gaps.length, perSecond: gaps.length / ${forMs / 1000}, p50: gaps[gaps.length >> 1],
    p99: gaps[Math.floor(gaps.length * 0.99)], longest: gaps.at(-1) }
})()`

interface Frames {
  readonly frames: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

test(
  `a run of ${seconds} s at ${samplesPerSecond * hurry} Hz with ${simulatedCores} simulated cores stays small and fluent`,
  async () => {
    app = await SoakApp.launch(folder, { TASKSCOPE_SIMULATED_CORES: String(simulatedCores) })
    const { electron } = app
    const file = presetFile()
    await electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, file)
    const opened = await app.ask('openPreset', null)
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened))
    const started = await app.ask('startRun', {
      presetId: opened.preset.id,
      strategy: 'hybrid',
      options: { sampleHz: samplesPerSecond * hurry, loopConcurrency: waitsAtOnce },
    })
    expect(started).toMatchObject({ kind: 'started' })

    const peaks = new Map<string, { privateMb: number; residentMb: number }>()
    const look = async (): Promise<void> => {
      for (const { role, processId } of await (app as SoakApp).processes()) {
        const figures = readProcess(processId)
        if (figures === null) continue
        const before = peaks.get(role) ?? { privateMb: 0, residentMb: 0 }
        peaks.set(role, {
          privateMb: Math.max(before.privateMb, figures.privateMb),
          residentMb: Math.max(before.residentMb, figures.residentMb),
        })
      }
    }
    const untilMs = performance.now() + (seconds - 20) * 1000
    while (performance.now() < untilMs) {
      await look()
      await sleep(5_000)
    }
    // At its largest, and still growing.
    const frames = await app.inPage<Frames>(watchFrames(8_000))
    await look()
    await app.waitFor(async () => (await (app as SoakApp).phase()) === 'completed', 'the end', 120_000)
    await look()
    const after = await app.inPage<Frames>(watchFrames(4_000))

    const samples = await app.inPage<number>(
      'window.api.readSnapshot(null).then(({ run }) => run.samples.count)',
    )
    printTable(
      `A run of ${seconds} s, ${samples} samples of ${simulatedCores} simulated cores: most memory of each process`,
      ['process', 'its own, MB', 'resident, MB', 'at most'],
      [...peaks].map(([role, { privateMb, residentMb }]) => [
        role,
        privateMb.toFixed(0),
        residentMb.toFixed(0),
        String(mostMb),
      ]),
    )
    printTable(
      'Frames while zooming over all of it',
      ['when', 'frames a second', 'p50, ms', 'p99, ms', 'longest, ms'],
      [
        ['under way', frames.perSecond, frames.p50, frames.p99, frames.longest],
        ['over', after.perSecond, after.p50, after.p99, after.longest],
      ].map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell))),
    )
    expect(samples).toBeGreaterThan(seconds * samplesPerSecond * hurry * 0.95)
    const large = [...peaks].filter(([, { privateMb }]) => privateMb >= mostMb)
    expect(large.map(([role]) => role)).toEqual([])
    // Of the frames in the middle; what a busy machine takes from single ones is shown above.
    expect(frames.p50).toBeLessThan(frameMs)
    expect(after.p50).toBeLessThan(frameMs)
  },
  seconds * 1000 + 300_000,
)
