import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { fakeBusyRun } from './fake-busy-run.ts'
import { exportedText } from './fake-facts.ts'
import { fakeRun } from './html/fake-run.ts'
import { svgReport } from './svg-report.ts'

// eslint-disable-next-line @typescript-eslint/no-deprecated -- the parser itself reads what is no XML as well; the package that this moves to is needed for nothing else
const validate = (source: string): unknown => XMLValidator.validate(source)

test('a picture of a run is XML that a reader who is not ours takes as it is', async () => {
  for (const run of [
    fakeBusyRun(),
    fakeRun({ samples: 0 }),
    fakeRun({ tasksPerGroup: 3, states: { 0: 'planned' } }),
  ]) {
    const source = await exportedText(svgReport, run)
    expect(validate(source)).toBe(true)
    const { svg } = new XMLParser({ ignoreAttributes: false }).parse(source) as { readonly svg: object }
    expect(svg).toMatchObject({ '@_xmlns': 'http://www.w3.org/2000/svg', '@_width': '1224' })
  }
})

test('it refers to nothing outside, runs nothing, and needs no style sheet', async () => {
  const source = await exportedText(svgReport, fakeBusyRun())
  expect(
    source.match(
      /<(script|style|image|foreignObject|a)\b|\bstyle=|\bclass=|var\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)|\son\w+=/g,
    ),
  ).toBeNull()
  // Every reference leads to something in the picture.
  const ids = new Set([...source.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id))
  const references = [...source.matchAll(/(?:url\(#|href="#)([^")]+)/g)].map(([, id]) => id)
  expect([references.length > 0, references.filter((id) => !ids.has(id))]).toEqual([true, []])
})

test('names are text, whatever they contain', async () => {
  const run = fakeRun({ names: ['</svg><script>alert(1)</script>', ']]>&amp;'], title: '<b>"bold"</b>' })
  const source = await exportedText(svgReport, run)
  expect([validate(source), source.includes('<script'), source.includes('<b>')]).toEqual([true, false, false])
})

test('it tells what ran, what came of it, and what the colours mean', async () => {
  const source = await exportedText(svgReport, fakeBusyRun())
  const text = source
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  for (const part of [
    'Fake',
    'under hybrid',
    'Completed',
    'makespan',
    'compute',
    'on CPU',
    'critical chain',
    'core 0',
    'queue',
  ])
    expect(text).toContain(part)
})

test('it is as high as what it shows', async () => {
  const heightOf = async (slots: number): Promise<number> =>
    Number(
      /height="(\d+)"/.exec(await exportedText(svgReport, fakeRun({ slots, tasksPerGroup: slots })))?.[1],
    )
  expect((await heightOf(40)) - (await heightOf(4))).toBeGreaterThan(36 * 18)
})
