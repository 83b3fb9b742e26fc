import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Run } from '#shared/model/run.ts'
import { fakeRun } from './html/fake-run.ts'
import { findAll, parseStrictly, type ParsedElement } from './html/strict-parse.ts'
import { htmlReport } from './html-report.ts'
import { interactiveReport } from './interactive-report.ts'
import { readViewerParts, type ViewerParts } from './viewer-parts.ts'

const labels = {
  title: 'A title',
  tags: ['</script><script>alert(1)</script>'],
  note: '<!-- <script> \u2028',
}
const facts = {
  labels,
  origin: { kind: 'measured', by: 'app' },
  taskscope: '0.0.0',
  exportedAt: '2026-01-02T03:04:05.678Z',
} as const
const viewer: ViewerParts = { script: 'globalThis.opened = "viewer"', style: 'body{color:red}' }

async function sourceOf(run: Run, parts: ViewerParts | null): Promise<string> {
  let source = ''
  for (const { pieces } of interactiveReport(parts)(run, facts))
    for await (const piece of pieces) source += String(piece)
  return source
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policyOf = (page: ParsedElement): string | undefined =>
  findAll(page, 'meta')
    .find(({ attributes }) => attributes.has('http-equiv'))
    ?.attributes.get('content')

test('the policy names the script and the style sheets that are there, and allows nothing else', async () => {
  const page = parseStrictly(await sourceOf(fakeRun(), viewer))
  const styles = findAll(page, 'style')
  const scripts = findAll(page, 'script').filter(({ attributes }) => !attributes.has('type'))
  expect(scripts.map(({ text }) => text)).toEqual([viewer.script])
  expect(policyOf(page)).toBe(
    `default-src 'none'; script-src ${hashOf(viewer.script)}; style-src ${styles.map(({ text }) => hashOf(text)).join(' ')}; img-src data:; base-uri 'none'; form-action 'none'`,
  )
  expect(styles.map(({ attributes }) => [attributes.get('id'), attributes.get('media')])).toEqual([
    [undefined, undefined],
    ['taskscope-viewer-style', 'not all'],
  ])
})

test('without scripts the page is the static report', async () => {
  const run = fakeRun({ tasksPerGroup: 5, states: { 2: 'failed' } })
  const bodyOf = (source: string): string =>
    source.slice(source.indexOf('<header>'), source.indexOf('</main>'))
  expect(bodyOf(await sourceOf(run, viewer))).toBe(bodyOf([...htmlReport(run)].join('')))
})

test('what people wrote cannot leave its block, in the document nor in the labels', async () => {
  const hostile = '</script><script>alert(1)</script><!--'
  const run = fakeRun({ title: hostile, names: [hostile], states: { 0: 'failed' }, message: hostile })
  const page = parseStrictly(await sourceOf(run, null))
  const blocks = new Map(findAll(page, 'script').map((script) => [script.attributes.get('id'), script.text]))
  expect([...blocks.keys()]).toEqual([
    'taskscope-run',
    'taskscope-labels',
    'taskscope-columns',
    'taskscope-check',
  ])
  expect(JSON.parse(blocks.get('taskscope-run') ?? '')).toMatchObject({
    format: 'taskscope-run',
    preset: { title: hostile },
    plan: { groups: [{ name: hostile }] },
  })
  expect(JSON.parse(blocks.get('taskscope-labels') ?? '')).toEqual({ schemaVersion: 1, ...labels })
  expect(blocks.get('taskscope-columns')).toMatch(/^[A-Za-z0-9+/]+=*$/)
  expect(policyOf(page)).not.toContain('script-src')
})

test('pieces stay small, so that an export can be cancelled between them', async () => {
  const run = fakeRun({ tasksPerGroup: 20_000, slots: 4 })
  for (let task = 0; task < run.tasks.count; task++) run.tasks.checksum[task] = Math.sin(task)
  let most = 0
  for (const { pieces } of interactiveReport(viewer)(run, facts))
    for await (const { length } of pieces) most = Math.max(most, length)
  expect(most).toBeLessThan(1_000_000)
})

test('who stops in the middle leaves nothing running', async () => {
  const [part] = interactiveReport(null)(fakeRun({ tasksPerGroup: 2_000 }), facts)
  for await (const piece of part?.pieces ?? []) if (String(piece).includes('taskscope-columns')) break
})

test('a viewer that could not stand in a page is refused, one that was not built is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-viewer-'))
  try {
    expect(readViewerParts(folder)).toBeNull()
    writeFileSync(join(folder, 'viewer.js'), viewer.script)
    writeFileSync(join(folder, 'viewer.css'), 'a::after{content:"</style>"}')
    expect(() => readViewerParts(folder)).toThrow(
      'Expected viewer.css to fit into a page, got "</style" in it',
    )
    writeFileSync(join(folder, 'viewer.css'), viewer.style)
    expect(readViewerParts(folder)).toEqual(viewer)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
