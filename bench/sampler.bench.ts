import { once } from 'node:events'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import si from 'systeminformation'
import { expect, test } from 'vitest'
import { foldSamples } from '#shared/analysis/fold-samples.ts'
import { percentile, sortedNumbers } from '#shared/analysis/percentile.ts'
import { createSampleTable, sampleWidth, type SampleTable } from '#shared/model/sample.ts'
import { RingReader } from '#shared/rings/record-ring.ts'
import { nothingTold } from '../src/main/hardware/machine-events.ts'
import { startSampler } from '../src/main/hardware/start-sampler.ts'
import { allocateLoopBeats, LoopBeat } from '../src/main/platform/loop-beat.ts'
import { systemThreadId } from '../src/main/platform/thread-cpu-clock.ts'
import { entriesFolder } from './engine.ts'
import { printTable } from './table.ts'

const seconds = 5
const hz = 10
/** As many as a machine of two cores has under the default strategy: a loop, six threads that wait, two that compute. */
const slots = 9
/** Share of one core that sampling may take, every track on. */
const most = 0.015

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A slot's thread that runs a little in every interval, so that no reading can be saved. Says its system's id. */
const slotThread = `
  const { readlinkSync } = require('node:fs')
  const { parentPort } = require('node:worker_threads')
  let id = 0
  try { id = Number(readlinkSync('/proc/thread-self').split('/').pop()) } catch {}
  setInterval(() => { for (const end = performance.now() + 0.5; performance.now() < end; ); }, 25)
  parentPort.postMessage(id)`

async function startSlots(): Promise<{ readonly ids: Int32Array; readonly end: () => Promise<unknown> }> {
  const ids = new Int32Array(new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT))
  const threads = Array.from({ length: slots }, () => new Worker(slotThread, { eval: true }))
  await Promise.all(
    threads.map(async (thread, slot) => {
      const [id] = (await once(thread, 'message')) as [number]
      ids[slot] = id
    }),
  )
  return { ids, end: () => Promise.all(threads.map((thread) => thread.terminate())) }
}

interface Cost {
  readonly share: number
  readonly latenessP99Ms: number
}

function costOf(table: SampleTable): Cost {
  const last = table.count - 1
  const usedMs = (table.samplerCpuMs[last] as number) - (table.samplerCpuMs[0] as number)
  const passedMs = (table.atMs[last] as number) - (table.atMs[0] as number)
  return {
    share: usedMs / passedMs,
    latenessP99Ms: percentile(sortedNumbers(table.latenessMs.subarray(0, table.count)), 0.99) ?? NaN,
  }
}

async function ourCost(slotThreadIds: readonly Int32Array[]): Promise<Cost> {
  const [mainBeats, taskBeats] = [allocateLoopBeats(1), allocateLoopBeats(1)]
  const beats = [new LoopBeat(mainBeats, 0), new LoopBeat(taskBeats, 0)]
  for (const beat of beats) beat.start()
  const windowCpuMs = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  const mainThreadId = systemThreadId()
  const watched = {
    slotThreadIds,
    mainThreadId,
    mainBeats,
    taskBeats,
    windowCpuMs,
    toldEvents: nothingTold(),
  }
  const sampler = await startSampler(entriesFolder, { hz, ...watched })
  await pause(seconds * 1000)
  await sampler.stop()
  for (const beat of beats) beat.stop()

  const reader = new RingReader(sampler.ring)
  const records = new Float64Array(reader.available * sampleWidth(sampler.shape))
  reader.drainInto(records, 0, reader.available)
  const table = createSampleTable(sampler.shape)
  foldSamples(table, records)
  expect(table.count).toBeGreaterThan(seconds * hz * 0.8)
  if (sampler.from.slotThreads !== 'none') {
    // Every track was really read: each slot ran, and was somewhere.
    const last = table.count - 2
    expect(table.slotOnCpuMs.every((onCpuMs) => (onCpuMs[last] as number) > 0)).toBe(true)
    expect(table.slotCore.every((core) => (core[last] as number) >= 0)).toBe(true)
    expect(table.mainThreadCpuMs[last]).toBeGreaterThan(0)
  }
  expect(table.mainLoopDelayMs.subarray(1, table.count - 1).some(Number.isNaN)).toBe(false)
  return costOf(table)
}

/** What an app does that asks the library for load and memory ten times a second. */
async function libraryCost(): Promise<number> {
  await si.currentLoad()
  const before = process.cpuUsage()
  const startedMs = performance.now()
  let readings = 0
  for (let tick = 1; tick <= seconds * hz; tick++) {
    const [load, memory] = await Promise.all([si.currentLoad(), si.mem()])
    if (load.cpus.length > 0 && memory.total > 0) readings++
    await pause(Math.max(0, startedMs + (tick * 1000) / hz - performance.now()))
  }
  const used = process.cpuUsage(before)
  expect(readings).toBe(seconds * hz)
  return (used.user + used.system) / 1000 / (performance.now() - startedMs)
}

test(`sampling ${hz} times a second`, async () => {
  const threads = await startSlots()
  const ours = await ourCost([threads.ids]).finally(threads.end)
  const machineOnly = await ourCost([])
  const library = await libraryCost()
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
  const row = (who: string, { share, latenessP99Ms }: Cost): string[] => [
    who,
    percent(share),
    `${latenessP99Ms.toFixed(2)} ms`,
  ]
  printTable(
    `Sampling at ${hz} Hz for ${seconds} s`,
    ['who', 'share of one core', 'lateness p99'],
    [
      row(`Taskscope’s sampler thread, all tracks, ${slots} slots`, ours),
      row('Taskscope’s sampler thread, no slots', machineOnly),
      ['peer: systeminformation, load and memory', percent(library), ''],
    ],
  )
  expect(ours.share).toBeLessThan(most)
})
