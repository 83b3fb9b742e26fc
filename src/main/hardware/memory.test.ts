import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { freemem, totalmem } from 'node:os'
import process from 'node:process'
import { expect, test } from 'vitest'
import { parseCpuMax } from './environment.ts'
import { openProcessMemory, openSystemMemory, parseMeminfo, type SystemMemory } from './memory.ts'
import { openProcFile } from './proc-file.ts'

const meminfo = `MemTotal:        8142604 kB
MemFree:          312940 kB
MemAvailable:    6012388 kB
Buffers:          120004 kB
SwapTotal:             0 kB
SwapFree:              0 kB
`

function parse(text: string): SystemMemory & { readonly isRead: boolean } {
  const memory = { usedBytes: NaN, availableBytes: NaN, swapUsedBytes: NaN }
  const bytes = new TextEncoder().encode(text)
  return { isRead: parseMeminfo(bytes, bytes.length, memory), ...memory }
}

test('used is what is not available; caches are', () => {
  expect(parse(meminfo)).toEqual({
    isRead: true,
    usedBytes: (8142604 - 6012388) * 1024,
    availableBytes: 6012388 * 1024,
    swapUsedBytes: 0,
  })
})

test('swap that is not free is used; where the system does not tell, it is not known', () => {
  const text = `MemTotal: 9 kB\nMemAvailable: 4 kB\nSwapCached: 77 kB\nSwapTotal: 1000 kB\nSwapFree:  400 kB\n`
  expect([parse(text), parse('MemTotal: 9 kB\nMemAvailable: 4 kB')]).toEqual([
    { isRead: true, usedBytes: 5 * 1024, availableBytes: 4 * 1024, swapUsedBytes: 600 * 1024 },
    { isRead: true, usedBytes: 5 * 1024, availableBytes: 4 * 1024, swapUsedBytes: NaN },
  ])
})

test('text without the two lines about memory is no reading', () => {
  expect(
    [
      '',
      'MemTotal: 1 kB\n',
      'XMemTotal: 1 kB\nMemAvailable: 1 kB\n',
      'MemTotal: kB\nMemAvailable: 1 kB\n',
    ].map((text) => parse(text).isRead),
  ).toEqual([false, false, false, false])
})

test.runIf(process.platform === 'linux')('what this machine’s file says is what is read', () => {
  const text = readFileSync('/proc/meminfo', 'latin1')
  const kibibytes = (name: string): number => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text)?.[1])
  expect(parse(text)).toEqual({
    isRead: true,
    usedBytes: (kibibytes('MemTotal') - kibibytes('MemAvailable')) * 1024,
    availableBytes: kibibytes('MemAvailable') * 1024,
    swapUsedBytes: (kibibytes('SwapTotal') - kibibytes('SwapFree')) * 1024,
  })
})

test('used and available add up to the machine’s memory', () => {
  const { usedBytes, availableBytes } = openSystemMemory(openProcFile)()
  expect((usedBytes + availableBytes) / totalmem()).toBeCloseTo(1, 3)
  expect(availableBytes).toBeGreaterThanOrEqual(freemem() * 0.5)
})

test('a child’s own memory is counted while it lives, without what it shares with others', async () => {
  const read = openProcessMemory()
  const script = `globalThis.block = Buffer.alloc(64 * 1024 * 1024, 1)
    process.send('ready'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  try {
    await once(child, 'message')
    // The kernel's own word for it: pages that belong to no file.
    const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'latin1')
    const childBytes = Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
    const alone = read([])
    const withChild = read([child.pid ?? 0])
    expect((withChild - alone) / childBytes).toBeCloseTo(1, 1)
    expect(childBytes).toBeGreaterThan(64 * 1024 * 1024)
    expect(alone / process.memoryUsage.rss()).toBeCloseTo(1, 1)
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const gone = read([child.pid ?? 0])
  expect(gone / read([])).toBeCloseTo(1, 1)
})

test('memory that this process touches is counted', () => {
  const read = openProcessMemory()
  const before = read([])
  const block = Buffer.alloc(64 * 1024 * 1024, 1)
  expect((read([]) - before) / block.length).toBeGreaterThan(0.8)
})

test('a quota is CPUs per period; no quota is none', () => {
  expect(
    ['150000 100000\n', '50000 100000', 'max 100000\n', '', 'max', '0 100000', '100000 0'].map(parseCpuMax),
  ).toEqual([1.5, 0.5, null, null, null, null, null])
})
