import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colors } from './colors.ts'

test('the report has the colours of the window', () => {
  const tokens = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8')
  const ofWindow = Object.fromEntries(
    [...tokens.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name = '', light, dark]) => [
      name,
      [light, dark],
    ]),
  )
  expect(Object.fromEntries(Object.keys(colors).map((name) => [name, ofWindow[name]]))).toEqual(colors)
})
