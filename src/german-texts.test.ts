import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { englishWordIn } from './shared/texts/english-words.ts'

const folder = join(import.meta.dirname, 'shared', 'texts', 'german')
const sections = readdirSync(folder)

/** What is put in is code, and may hold more of the kind: from the innermost outwards. */
function withoutCode(source: string): string {
  const less = source.replaceAll(/\$\{[^{}]*\}/g, '')
  return less === source ? source : withoutCode(less)
}

/** What stands between quotation marks; single words are mostly keys. */
function literalsOf(source: string): string[] {
  const code = withoutCode(source.replaceAll(/^import .*$|^\s*\/?\*.*$|\/\/.*$/gm, ''))
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, plain = '', template = '']) => `${plain}${template}`)
    .filter((text) => /\s/.test(text.trim()))
}

test.each(sections)('no sentence of %s was left in English', (name) => {
  const literals = literalsOf(readFileSync(join(folder, name), 'utf8'))
  expect(literals.filter((text) => englishWordIn(text) !== null)).toEqual([])
})
