import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { expect, test } from 'vitest'
import { listCores, openCoreTimes, parseProcStat, simulatedCoresVariable } from './core-times.ts'

/** As of Linux 6.1 on a machine of two cores; the "intr" line is much longer in life. */
const twoCores = `cpu  49240 132 18557 505156 2142 0 454 39 0 0
cpu0 21507 53 7684 258349 140 0 79 16 0 0
cpu1 27733 79 10872 246807 2002 0 374 22 7 3
intr 1467185 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 15 0 0 0 0 578 299
ctxt 3714562
btime 1795334806
processes 106283
procs_running 2
procs_blocked 0
softirq 890123 0 201412 5 100233 25 0 312 305110 0 283026
`

interface Reading {
  readonly busy: number[]
  readonly total: number[]
}

function parse(text: string, cores: readonly number[], length?: number): Reading {
  const bytes = new TextEncoder().encode(text)
  const busy = new Float64Array(cores.length).fill(1)
  const total = new Float64Array(cores.length).fill(1)
  parseProcStat(bytes, length ?? bytes.length, cores, busy, total)
  return { busy: [...busy], total: [...total] }
}

function list(text: string, length?: number): number[] {
  const bytes = new TextEncoder().encode(text)
  return listCores(bytes, length ?? bytes.length)
}

test('busy is all but idle and waiting for I/O; guest time is not counted twice', () => {
  expect([list(twoCores), parse(twoCores, [0, 1])]).toEqual([
    [0, 1],
    {
      busy: [21507 + 53 + 7684 + 79 + 16, 27733 + 79 + 10872 + 374 + 22],
      total: [21507 + 53 + 7684 + 258349 + 140 + 79 + 16, 27733 + 79 + 10872 + 246807 + 2002 + 374 + 22],
    },
  ])
})

test('a hundred cores keep their order, and times of years on end their last digit', () => {
  const times = (core: number): string => `${core} 0 0 ${10_000_000_000 + core} 0 0 0 0 0 0`
  const lines = Array.from({ length: 100 }, (_, core) => `cpu${core} ${times(core)}\n`).join('')
  const text = `cpu  4950 0 0 1000000004950 0 0 0 0 0 0\n${lines}intr 1 2 3\n`
  const cores = Array.from({ length: 100 }, (_, core) => core)
  expect([list(text), parse(text, cores)]).toEqual([
    cores,
    { busy: cores, total: cores.map((core) => 10_000_000_000 + 2 * core) },
  ])
})

const gappy =
  'cpu  3 0 0 3 0 0 0 0 0 0\ncpu0 1 0 0 9 0 0 0 0 0 0\ncpu2 2 0 0 8 0 0 0 0 0 0\ncpu3 3 0 0 7 0 0 0 0 0 0\n'

test('cores that are offline from the start have no row', () => {
  expect([list(gappy), parse(gappy, [0, 2, 3])]).toEqual([
    [0, 2, 3],
    { busy: [1, 2, 3], total: [10, 10, 10] },
  ])
})

test('a core that goes offline is not known, and the others keep their rows', () => {
  expect(parse(gappy, [0, 1, 2, 3, 4])).toEqual({ busy: [1, NaN, 2, 3, NaN], total: [10, NaN, 10, 10, NaN] })
  expect(parse(gappy, [2])).toEqual({ busy: [2], total: [10] })
})

test('a line that the buffer cut short is not read: half a number is a wrong number', () => {
  const cut = twoCores.indexOf('2002')
  expect([list(twoCores, cut), parse(twoCores, [0, 1], cut)]).toEqual([
    [0],
    { busy: [29339, NaN], total: [287828, NaN] },
  ])
  const beforeNewline = twoCores.indexOf('\nintr')
  expect(list(twoCores, beforeNewline)).toEqual([0])
  expect(list(twoCores, beforeNewline + 1)).toEqual([0, 1])
})

test('old kernels count fewer fields, and text without cores has none', () => {
  expect(parse('cpu0 10 20 30 40\n', [0])).toEqual({ busy: [60], total: [100] })
  expect([list(''), list('intr 5\n'), list('cpu  1 2 3 4\n'), list('cpufreq 1\n')]).toEqual([[], [], [], []])
})

test('this machine’s source has as many cores as Node knows of, and counts what this thread does', () => {
  const source = openCoreTimes()
  try {
    expect([source.cores, source.numbers.length]).toEqual([cpus().length, cpus().length])
    const read = (): { busy: number; total: number } => {
      const busy = new Float64Array(source.cores)
      const total = new Float64Array(source.cores)
      source.read(busy, total)
      const sum = (column: Float64Array): number => column.reduce((a, b) => a + b, 0)
      return { busy: sum(busy), total: sum(total) }
    }
    const before = read()
    // Until the counters have moved by 20 ticks of one core: however long that takes.
    let after = before
    while (after.busy - before.busy < 20) after = read()
    const share = (after.busy - before.busy) / (after.total - before.total)
    // One thread that never waits keeps one core busy; the others may be, too.
    expect([share > 0.5 / source.cores, share <= 1]).toEqual([true, true])
  } finally {
    source.close()
  }
})

test.runIf(process.platform === 'linux')('what is read here is what /proc/stat says', () => {
  const text = readFileSync('/proc/stat', 'latin1')
  expect(list(text)).toEqual([...text.matchAll(/^cpu(\d+) /gm)].map(([, core]) => Number(core)))
})

test('simulated cores are as many as asked for, are busy in shares of 0 to 1, and say what they are', () => {
  const source = openCoreTimes({ [simulatedCoresVariable]: '64' })
  expect({ name: source.name, cores: source.cores }).toEqual({ name: 'simulated', cores: 64 })
  const readings = [0, 1, 2].map(() => {
    const [busy, total] = [new Float64Array(64), new Float64Array(64)]
    source.read(busy, total)
    return { busy, total }
  })
  for (const [at, { busy, total }] of readings.entries()) {
    const before = readings[at - 1]
    if (before === undefined) continue
    const shares = [...busy].map(
      (time, core) =>
        (time - (before.busy[core] as number)) / ((total[core] as number) - (before.total[core] as number)),
    )
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect(new Set(shares).size).toBeGreaterThan(32)
  }
  for (const wrong of ['', '0', '-3', '1.5', '1e9', 'many'])
    expect(openCoreTimes({ [simulatedCoresVariable]: wrong }).name).not.toBe('simulated')
})
