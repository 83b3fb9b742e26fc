import { expect, test } from 'vitest'
import { dotStrip } from './dot-strip.ts'

const text = (value: number): string => `${value} ms`
/** Where a line has its marks. */
const marks = (line: string): [number, string][] =>
  Array.from(line).flatMap((character, at) =>
    /[•◆2-9]/.test(character) ? [[at, character] as [number, string]] : [],
  )

test('rows stand below each other on one axis from the least to the greatest value', () => {
  const lines = dotStrip(
    [
      { label: 'a', values: [100, 150, 200], estimate: { value: 150, interval: { low: 100, high: 200 } } },
      { label: 'bb', values: [200, 300, 300], estimate: { value: 300, interval: null } },
    ],
    text,
  )
  expect(lines.map((line) => line.length)).toEqual([64, 120, 120])
  expect(lines[0]).toBe(`  a   •${'─'.repeat(27)}◆${'─'.repeat(28)}•`)
  expect(lines[1]).toBe(`  bb  ${' '.repeat(57)}•${' '.repeat(55)}◆`)
  expect(lines[2]).toBe(`      100 ms${' '.repeat(102)}300 ms`)
})

test('runs that are too near to be told apart are counted', () => {
  const values = [...Array.from({ length: 12 }, (_, at) => 100 + at / 1000), 150, 150.01, 200]
  const [line = ''] = dotStrip([{ label: 'a', values, estimate: null }], text)
  expect(marks(line).map(([, mark]) => mark)).toEqual(['9', '2', '•'])
})

test('without any value there is no strip, and a row without one is empty', () => {
  const none = { label: 'none', values: [], estimate: null }
  expect([dotStrip([none], text), dotStrip([none, { ...none, values: [1, 2] }], text)[0]]).toEqual([
    [],
    '  none',
  ])
})

test('values that are all the same stand in the middle', () => {
  const lines = dotStrip([{ label: 'a', values: [5, 5], estimate: { value: 5, interval: null } }], text)
  expect([marks(lines[0] ?? ''), lines[1]?.trim()]).toEqual([[[62, '◆']], '5 ms'])
})

test('a label that is long leaves room for the axis', () => {
  const lines = dotStrip([{ label: 'x'.repeat(200), values: [1, 2], estimate: null }], text)
  expect([lines[0]?.length, lines[0]?.startsWith(`  ${'x'.repeat(29)}…  •`)]).toEqual([120, true])
})
