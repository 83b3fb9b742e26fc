import { expect, test } from 'vitest'
import moreContrast from '../styles/contrast.css?raw'
import tokens from '../styles/tokens.css?raw'
import { contrastRatio, inkOn } from './contrast-ratio.ts'

type Theme = 'light' | 'dark'

/** A colour as a style sheet has it for a theme. */
function tokenOf(name: string, theme: Theme, text = tokens): string {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(text) ?? []
  const color = theme === 'light' ? light : dark
  if (color === undefined) throw new Error(`Expected a colour for --${name}`)
  return color
}

const grounds = ['surface', 'raised', 'sunken', 'lane'] as const
/** Text that must be readable, with what it stands on: WCAG 2.2 asks for 4.5 at level AA. */
const texts: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['text', [...grounds, 'accent-soft']],
  ['text-muted', ['surface', 'raised', 'lane', 'accent-soft']],
  ['accent', ['surface', 'raised', 'accent-soft']],
  ['on-accent', ['accent']],
  ['danger', ['surface', 'raised']],
  ['warning', ['surface', 'raised']],
  ['good', ['surface', 'raised']],
]
/** Lines and fills that say something by themselves, beside what they stand on: 3. */
const shapes: readonly (readonly [shape: string, ground: string])[] = [
  ['chain', 'lane'],
  ['mixed', 'lane'],
  ['memory', 'surface'],
  ['memory-own', 'surface'],
  ['queue', 'surface'],
  ['accent', 'surface'],
]

test('the contrast of known pairs is what the WCAG formula gives', () => {
  expect([
    contrastRatio('#000000', '#ffffff'),
    contrastRatio('#777777', '#ffffff').toFixed(2),
    contrastRatio('#ffffff', '#767676').toFixed(2),
    contrastRatio('rgb(255, 0, 0)', '#ffffff').toFixed(2),
    contrastRatio('#123456', '#123456'),
  ]).toEqual([21, '4.48', '4.54', '4.00', 1])
})

test.for(['light', 'dark'] as const)(
  'text is readable on whatever it stands on, in the %s theme',
  (theme) => {
    const weak = texts.flatMap(([text, on]) =>
      on
        .map((ground) => [text, ground, contrastRatio(tokenOf(text, theme), tokenOf(ground, theme))] as const)
        .filter(([, , ratio]) => ratio < 4.5),
    )
    expect(weak).toEqual([])
  },
)

test.for(['light', 'dark'] as const)(
  'names on solid spans are readable, whatever the hue, in the %s theme',
  (theme) => {
    const weak = Array.from({ length: 8 }, (_, at) => tokenOf(`hue-${at + 1}`, theme))
      .map((hue) => [hue, contrastRatio(inkOn(hue), hue)] as const)
      .filter(([, ratio]) => ratio < 4.5)
    expect(weak).toEqual([])
  },
)

test.for(['light', 'dark'] as const)(
  'lines and fills stand out from their ground in the %s theme',
  (theme) => {
    const weak = shapes
      .map(
        ([shape, ground]) =>
          [shape, ground, contrastRatio(tokenOf(shape, theme), tokenOf(ground, theme))] as const,
      )
      .filter(([, , ratio]) => ratio < 3)
    expect(weak).toEqual([])
  },
)

test.for(['light', 'dark'] as const)('who wants more contrast gets 7 for text in the %s theme', (theme) => {
  const weak = ['text', 'text-muted', 'accent', 'danger', 'warning', 'good']
    .map(
      (text) => [text, contrastRatio(tokenOf(text, theme, moreContrast), tokenOf('surface', theme))] as const,
    )
    .filter(([, ratio]) => ratio < 7)
  expect(weak).toEqual([])
})
