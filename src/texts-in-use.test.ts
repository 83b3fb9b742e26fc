import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english } from './shared/texts/english/index.ts'

/** Every message of a catalogue as the names that lead to it: its section, groups, and itself. */
function pathsOf(part: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [path]
  return Object.entries(part).flatMap(([key, value]) => pathsOf(value, [...path, key]))
}

const root = import.meta.dirname
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts'))
  .filter((file) => !/texts.german|texts.english.index\.ts$/.test(file))
  .map((file) => {
    const code = readFileSync(join(root, file), 'utf8').replaceAll(/^\s*\/?\*.*$|\/\/ .*$/gm, '')
    // To make a message is not to say it, but sections say messages of others.
    return /texts.english/.test(file) ? code.replaceAll(/^ *'?[\w-]+'?:|^export const \w+/gm, '') : code
  })

const wordsOf = (source: string): ReadonlySet<string> => new Set(source.match(/[\w$]+(?:-[\w$]+)*/g))
const wordsPerFile = sources.map(wordsOf)
/** Ids, by which texts are looked up. */
const quoted = new Set(
  sources.flatMap((source) => [...source.matchAll(/'([\w-]+)'/g)].map(([, word]) => word)),
)

/** Whether some code names a message, or the group that it is looked up in, together with its section. */
function isNamed([section = '', ...names]: readonly string[]): boolean {
  return wordsPerFile.some((words) => words.has(section) && names.some((name) => words.has(name)))
}

test('every text of the catalogue is said somewhere', () => {
  const unsaid = pathsOf(english).filter((path) => !isNamed(path) && !quoted.has(path.at(-1)))
  expect(unsaid.map((path) => path.join('.'))).toEqual([])
})
