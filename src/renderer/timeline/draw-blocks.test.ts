import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Run } from '#shared/model/run.ts'
import { CoreBlocks } from '../state/core-blocks.ts'
import { coreRows, drawCores } from './draw-cores.ts'
import { drawThreads } from './draw-threads.ts'
import type { Drawing } from './drawing.ts'
import { fakePalette } from './fake-drawing.ts'
import { coreLevels } from './palette.ts'
import { threadRows } from './thread-rows.ts'
import { TimeScale } from './time-scale.ts'

const intervalMs = 100
const gapAt = 700
const unknownAt = 1300
const unknownCore = 2

/** Cores that come and go in their own time, with a gap in between and one core that is unknown for a while. */
function simulatedRun(count: number, cores: number, slots: number): { run: Run; groups: Int16Array[] } {
  let atMs = 0
  const run = fakeRun({
    groups: [{}],
    tasks: [{}],
    slots: Array.from({ length: slots }, () => ({ isShared: false })),
    options: { sampleHz: 1000 / intervalMs },
    measurement: { coreTickMs: 0.001 },
    sampledCores: cores,
    sampledSlots: slots,
    samples: [],
    nowMs: (count + 10) * intervalMs,
  })
  const { samples } = run
  samples.atMs = new Float64Array(count)
  samples.intervalMs = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    const passedMs = row === gapAt ? intervalMs * 10 : intervalMs
    atMs += passedMs
    samples.atMs[row] = atMs
    samples.intervalMs[row] = passedMs
  }
  const column = (at: number, factor: number): Float32Array =>
    Float32Array.from({ length: count }, (_, row) => factor * (0.5 + 0.5 * Math.sin(row / (400 + at) + at)))
  samples.coreBusy = Array.from({ length: cores }, (_, core) => column(core, 1))
  samples.coreBusy[unknownCore]?.fill(NaN, unknownAt, unknownAt + 300)
  samples.slotOnCpuMs = Array.from({ length: slots }, (_, slot) => column(slot, intervalMs * 0.6))
  samples.slotReadyMs = Array.from({ length: slots }, (_, slot) => column(slot + 3, intervalMs * 0.3))
  samples.count = count
  return {
    run,
    groups: Array.from({ length: cores }, (_, core) =>
      Int16Array.from({ length: count }, (_, row) => (Math.floor(row / 500) + core) % 3),
    ),
  }
}

/** A canvas that remembers only what lies in each pixel, row by row: the last colour, or how high it is filled. */
class Pixels {
  readonly #rows = new Map<number, Map<number, string>>()
  fillStyle = ''
  fills = 0

  fillRect(x: number, y: number, width: number, height: number): void {
    this.fills++
    if (this.fillStyle === 'unmeasured') return
    const key = Math.round(y + height)
    const row = this.#rows.get(key) ?? new Map<number, string>()
    this.#rows.set(key, row)
    for (let px = x; px < x + width; px++) row.set(px, `${this.fillStyle} ${height.toFixed(3)}`)
  }

  /** Row → pixel → what is there. */
  get rows(): ReadonlyMap<number, ReadonlyMap<number, string>> {
    return this.#rows
  }
}

function pictureOf(run: Run, draw: (drawing: Drawing) => void, width = 600): Pixels {
  const pixels = new Pixels()
  draw({
    // It has all that these draw functions use.
    canvas: pixels as unknown as CanvasRenderingContext2D,
    width,
    height: 200,
    scale: new TimeScale({ fromMs: 0, toMs: run.nowMs }, width),
    palette: fakePalette,
  })
  return pixels
}

const levelOf = (cell: string): number => Number(/level (\d+)/.exec(cell)?.[1] ?? NaN)
const familyOf = (cell: string): string => /core \d/.exec(cell)?.[0] ?? ''

test('cores drawn in blocks look as they do sample by sample, but for a pixel at an edge', () => {
  const { run, groups } = simulatedRun(20_000, 4, 0)
  const blocks = new CoreBlocks(run)
  // As it grows, with a change of mind.
  blocks.update(
    groups.map((column) => column.subarray(0, 9_999).map(() => 5)),
    0,
  )
  blocks.update(
    groups.map((column) => column.subarray(0, 19_990)),
    0,
  )
  const rows = coreRows(4)
  const exact = pictureOf(run, (drawing) => drawCores(drawing, { run, groups, blocks: null }, rows)).rows
  const fast = pictureOf(run, (drawing) => drawCores(drawing, { run, groups, blocks }, rows)).rows
  expect([...fast.keys()]).toEqual([...exact.keys()])
  for (const [key, cells] of exact) {
    const others = fast.get(key) ?? new Map<number, string>()
    for (let px = 1; px < 599; px++) {
      const near = [px - 1, px, px + 1].map((at) => others.get(at))
      const cell = cells.get(px)
      // What is unknown is unknown there, too.
      if (cell === undefined) expect(near).toContain(undefined)
      else {
        expect(near.some((other) => other !== undefined && familyOf(other) === familyOf(cell))).toBe(true)
        const levels = near.map((other) => Math.abs(levelOf(other ?? '') - levelOf(cell)))
        expect(Math.min(...levels.filter((level) => !Number.isNaN(level)))).toBeLessThanOrEqual(
          coreLevels / 16,
        )
      }
    }
  }
})

test('a gap stays a gap where samples are drawn in blocks', () => {
  const { run, groups } = simulatedRun(4_000, 1, 0)
  const blocks = new CoreBlocks(run)
  blocks.update(groups, 0)
  const { rows } = pictureOf(run, (drawing) => drawCores(drawing, { run, groups, blocks }, coreRows(1)), 800)
  const cells = [...(rows.values().next().value ?? new Map<number, string>()).keys()].sort(
    (one, other) => one - other,
  )
  const leaps = cells.filter((px, at) => at > 0 && px !== (cells[at - 1] as number) + 1)
  const gapPx = ((gapAt + 9) * intervalMs * 800) / run.nowMs
  expect(leaps).toHaveLength(1)
  expect(Math.abs((leaps[0] as number) - gapPx)).toBeLessThanOrEqual(1)
})

/** How often a frame over so many samples reads a sample of a core or a thread, and how much it draws. */
function readsOf(samples: number, cores: number): { reads: number; fills: number } {
  const { run, groups } = simulatedRun(samples, cores, cores)
  const blocks = new CoreBlocks(run)
  blocks.update(groups, 0)
  let reads = 0
  const counted = <Column extends Float32Array>(column: Column): Column =>
    new Proxy(column, {
      get: (target, name) => {
        reads++
        return Reflect.get(target, name) as unknown
      },
    })
  const draw = (): Pixels =>
    pictureOf(run, (drawing) => {
      drawCores(drawing, { run, groups, blocks }, coreRows(cores))
      drawThreads(drawing, {
        samples: run.samples,
        sampleCount: samples,
        nominalMs: intervalMs,
        rows: threadRows(run.header.slots),
      })
    })
  // Once for the blocks themselves.
  draw()
  run.samples.coreBusy = run.samples.coreBusy.map(counted)
  run.samples.slotOnCpuMs = run.samples.slotOnCpuMs.map(counted)
  const { fills } = draw()
  return { reads, fills }
}

test('a frame over an hour costs little more than one over two minutes: it reads blocks instead of samples', () => {
  const short = readsOf(1_200, 4)
  const long = readsOf(36_000, 4)
  expect(long.reads).toBeLessThan(short.reads / 4)
  expect(long.fills).toBeLessThanOrEqual(short.fills * 2)
})

test('threads drawn in blocks are filled as high as sample by sample', () => {
  const { run } = simulatedRun(20_000, 0, 3)
  const rows = threadRows(run.header.slots)
  const { samples } = run
  const picture = (sampleCount: number): Pixels =>
    pictureOf(run, (drawing) => drawThreads(drawing, { samples, sampleCount, nominalMs: intervalMs, rows }))
  const heights = (pixels: Pixels): number[] =>
    [...pixels.rows.values()].flatMap((cells) =>
      Array.from({ length: 500 }, (_, px) =>
        Number(/mixed ([\d.]+)$/.exec(cells.get(px + 20) ?? '')?.[1] ?? 0),
      ),
    )
  const fast = heights(picture(20_000))
  expect(Math.max(...fast)).toBeGreaterThan(5)
  // Of a sample each: the same times, drawn at a scale of their own.
  const expected = Array.from({ length: 500 }, (_, px) => {
    const row = Math.floor(((px + 20.5) * run.nowMs) / 600 / intervalMs) - 9
    return ((samples.slotOnCpuMs[0]?.[row] ?? NaN) / intervalMs) * rows.rowHeight
  })
  const off = expected.map((height, px) => Math.abs(height - (fast[px] as number)))
  expect(Math.max(...off)).toBeLessThan(rows.rowHeight / 8)
})
