import process from 'node:process'
import si from 'systeminformation'
import { expect, test } from 'vitest'
import { foldSamples } from '#shared/analysis/fold-samples.ts'
import { percentile, sortedNumbers } from '#shared/analysis/percentile.ts'
import { createSampleTable, sampleWidth } from '#shared/model/sample.ts'
import { RingReader } from '#shared/rings/record-ring.ts'
import { startSampler } from '../src/main/hardware/start-sampler.ts'
import { entriesFolder } from './engine.ts'
import { printTable } from './table.ts'

const seconds = 5
const hz = 10

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function ourCost(): Promise<{ share: number; latenessP99Ms: number }> {
  const sampler = await startSampler(entriesFolder, hz)
  await pause(seconds * 1000)
  await sampler.stop()
  const reader = new RingReader(sampler.ring)
  const records = new Float64Array(reader.available * sampleWidth(sampler.cores))
  reader.drainInto(records, 0, reader.available)
  const table = createSampleTable(sampler.cores)
  foldSamples(table, records)
  expect(table.count).toBeGreaterThan(seconds * hz * 0.8)
  const last = table.count - 1
  const usedMs = (table.samplerCpuMs[last] as number) - (table.samplerCpuMs[0] as number)
  const passedMs = (table.atMs[last] as number) - (table.atMs[0] as number)
  return {
    share: usedMs / passedMs,
    latenessP99Ms: percentile(sortedNumbers(table.latenessMs.subarray(0, table.count)), 0.99) ?? NaN,
  }
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
  const ours = await ourCost()
  const library = await libraryCost()
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
  printTable(
    `Sampling at ${hz} Hz for ${seconds} s`,
    ['who', 'share of one core', 'lateness p99'],
    [
      ['Taskscope’s sampler thread', percent(ours.share), `${ours.latenessP99Ms.toFixed(2)} ms`],
      ['peer: systeminformation, load and memory', percent(library), ''],
    ],
  )
  expect(ours.share).toBeLessThan(0.01)
})
