import { expect, test } from 'vitest'
import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import { InputError } from '../../engine/input-error.ts'
import { jsonReport } from '../../reports/json-report.ts'
import { readRun } from './read-saved-run.ts'

type Random = (below: number) => number

const odd = [
  'null',
  '-1',
  '0',
  '0.5',
  '1e15',
  '-1e15',
  '1e16',
  '1e308',
  '1e999',
  '4294967296',
  '32767',
  '32768',
].concat([
  'true',
  '"x"',
  '""',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":null}',
  'NaN',
  '-',
  '1e-300',
  '-0',
  '255',
  '7',
])
const structure = '{}[]",:\\ \n\0 0-e.'

/** A place in the text where a value that is a number stands, and where it ends. */
function someNumber(text: string, random: Random): readonly [number, number] {
  const pattern = /(?<=[:[,]\s*)-?[\d.]+(?:e[+-]?\d+)?/g
  pattern.lastIndex = random(text.length)
  const match = pattern.exec(text) ?? /\d+/.exec(text)
  const from = match?.index ?? 0
  return [from, from + (match?.[0].length ?? 0)]
}

function mutated(text: string, random: Random): string {
  const at = random(text.length)
  const to = Math.min(text.length, at + 1 + random(random(4) === 0 ? 400 : 8))
  switch (random(8)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + text.slice(to)
    case 2:
      return text.slice(0, to) + text.slice(at)
    case 3:
      return text.slice(0, at) + (structure[random(structure.length)] ?? '') + text.slice(at + 1)
    case 4:
      return text.replace(/"[a-zA-Z]+"(?=:)/g, (key) => (random(200) === 0 ? '"__proto__"' : key))
    default: {
      const [from, end] = someNumber(text, random)
      return text.slice(0, from) + (odd[random(odd.length)] ?? '') + text.slice(end)
    }
  }
}

/** Where a value holds numbers that are none. */
function nonFiniteIn(value: unknown): string[] {
  const found: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === 'number' && !Number.isFinite(inner)) found.push(key)
    return inner
  })
  return found
}

test('a report with something wrong in it is read as a run that can be judged, or refused in a sentence', async () => {
  const random = fakeRandom(2026)
  const reports = [1, 2, 3, 4].map((seed) => [...jsonReport(randomRun(fakeRandom(seed)))].join(''))
  let reads = 0
  const mutations = 2_500
  for (let mutation = 0; mutation < mutations; mutation++) {
    let text = reports[random(reports.length)] ?? ''
    for (let left = 1 + random(2); left > 0; left--) text = mutated(text, random)
    try {
      const run = await readRun('run.json', [Buffer.from(text)])
      reads++
      // One in some: judging takes longer than reading.
      if (mutation % 4 === 0) expect(nonFiniteIn(digestRun(run)), text).toEqual([])
    } catch (error) {
      if (!(error instanceof InputError)) throw new Error(`Mutation ${mutation}: ${text}`, { cause: error })
      expect(error.message).toMatch(/^run\.json[:,] .*expected .*, got .*\.$/s)
    }
  }
  expect(reads).toBeGreaterThan(mutations / 10)
  expect(reads).toBeLessThan(mutations)
}, 30_000)
