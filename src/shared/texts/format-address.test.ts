import { expect, test } from 'vitest'
import { formatOfQuery, formatQuery } from './format-address.ts'
import { standardFormat, type TextFormat } from './language.ts'

test('a page learns from its address how to write', () => {
  const format: TextFormat = { language: 'de', numbers: 'point', byteUnits: 'decimal' }
  expect(formatOfQuery(new URLSearchParams(`${formatQuery(format)}&test`))).toEqual(format)
})

test('what an address does not say, or nobody knows, is standard', () => {
  for (const query of ['', 'language=fr&numbers=roman&byteUnits=crumbs'])
    expect(formatOfQuery(new URLSearchParams(query))).toEqual(standardFormat)
})
