import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeBusyRun } from '../reports/fake-busy-run.ts'
import { fakeFacts } from '../reports/fake-facts.ts'
import { timelineSvg } from '../reports/svg/timeline-svg.ts'
import { composeExporters } from '../documents/compose-exporters.ts'
import { exportFiles } from '../documents/export-files.ts'
import { findDesktopRuntime } from '../platform/desktop-runtime.ts'

const run = promisify(execFile)
const appFolder = fileURLToPath(new URL('../../..', import.meta.url))
const runtime = await findDesktopRuntime(appFolder)
const hasPoppler = await run('pdfinfo', ['-v']).then(
  () => true,
  () => false,
)

let folder = ''
const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskscope-drawn-'))
  if ('whyNot' in runtime) return
  const outcomes = await exportFiles(
    fakeBusyRun(),
    { ...fakeFacts, labels: { title: 'A <title>', tags: ['one'], note: 'Two\nlines' } },
    {
      formats: ['pdf', 'png'],
      target: { kind: 'folder', folder, name: 'run', isReplacing: true },
      isPrivateShown: false,
    },
    { exporters: composeExporters(''), draw: (drawing, signal) => runtime.draw(drawing, signal) },
    () => undefined,
  )
  expect(outcomes.map(({ outcome }) => outcome)).toMatchObject([{ kind: 'written' }, { kind: 'written' }])
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

const isPdfToBeHad = !('whyNot' in runtime) && hasPoppler

/** The text of each page. */
async function pages(): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', file('run.pdf'), '-'])
  return stdout.split('\f').slice(0, -1)
}

test.skipIf(!isPdfToBeHad)('the PDF is a few pages of paper on its side, each with its number', async () => {
  const { stdout } = await run('pdfinfo', [file('run.pdf')])
  const all = await pages()
  expect(stdout).toMatch(/Title: +A <title> under hybrid – Taskscope/)
  expect(stdout).toMatch(/Page size: +841\.\d+ x 59\d\.\d+ pts \(A4\)/)
  expect(stdout).toMatch(/JavaScript: +no/)
  expect(all.map((page, at) => new RegExp(`\\b${at + 1} ?/ ?${all.length}\\b`).test(page))).toEqual(
    all.map(() => true),
  )
  expect(all.length).toBeLessThan(9)
})

test.skipIf(!isPdfToBeHad)('the PDF says what the summary says, and what somebody wrote', async () => {
  const text = (await pages()).join('\n').replace(/\s+/g, ' ')
  for (const part of [
    'A <title> under hybrid',
    'Two lines',
    'Tags: one',
    'Completed',
    '4 of 8 tasks did not succeed',
    '900 ms',
    'Findings',
    'Where the time went',
    'Machine',
    'Fake CPU',
  ])
    expect(text).toContain(part)
})

test.skipIf(!isPdfToBeHad)('no picture of the PDF is cut in two, and no heading stands alone', async () => {
  const pageOf = async (text: RegExp): Promise<number> => (await pages()).findIndex((page) => text.test(page))
  // First and last of what belongs together.
  expect(await pageOf(/^ *slot 2\b/m)).toBe(await pageOf(/^ *slot 0\b/m))
  expect(await pageOf(/core 1\b/)).toBe(await pageOf(/core 0\b/))
  expect(await pageOf(/Preparation and makespan/)).toBe(await pageOf(/Where the time went/))
  expect(await pageOf(/Timeline/)).toBe(await pageOf(/0\.5 s/))
})

test.skipIf('whyNot' in runtime)(
  'the PNG is the picture with two dots to a pixel, drawn in its colours',
  async () => {
    const { width, height } = timelineSvg(fakeBusyRun(), fakeFacts)
    const png = PNG.sync.read(await readFile(file('run.png')))
    const dots = new Uint32Array(png.data.buffer, png.data.byteOffset, png.width * png.height)
    const counts = new Map<number, number>()
    for (const dot of dots) counts.set(dot, (counts.get(dot) ?? 0) + 1)
    expect([png.width, png.height]).toEqual([2 * width, 2 * height])
    expect(counts.size).toBeGreaterThan(50)
    // The first group's blue, #0072b2, as little-endian ABGR; and white ground.
    expect(counts.get(0xffb27200)).toBeGreaterThan(5_000)
    expect(counts.get(0xffffffff)).toBeGreaterThan(dots.length / 3)
  },
)

test.skipIf('whyNot' in runtime)('what cannot be drawn says why, and leaves no file', async () => {
  if ('whyNot' in runtime) return
  const out = file('none.pdf')
  await expect(runtime.draw({ kind: 'pdf', source: file('missing.html'), out })).rejects.toThrow(
    /ERR_FILE_NOT_FOUND/,
  )
  await expect(readFile(out)).rejects.toThrow('ENOENT')
})

test.skipIf('whyNot' in runtime)('drawing can be cancelled', async () => {
  if ('whyNot' in runtime) return
  const cancelling = new AbortController()
  const drawing = runtime.draw(
    { kind: 'pdf', source: file('missing.html'), out: file('none.pdf') },
    cancelling.signal,
  )
  cancelling.abort()
  await expect(drawing).rejects.toThrow(/abort/i)
})
