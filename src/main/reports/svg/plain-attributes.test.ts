import { expect, test } from 'vitest'
import { PlainAttributes } from './plain-attributes.ts'

const style = `:root{color-scheme:light;--ink:#111;--paper:#fff}
@media screen{:root{--ink:#eee}.a{fill:red}}
.h1{--hue:#00f}.h2{--hue:rgb(1 2 255)}
svg text{fill:var(--ink);font-size:11px}
.solid{fill:var(--hue);margin:0}
.plot g text{fill:var(--other,var(--paper))}
.solid:hover{fill:red}
.big{font-size:22px}`

const dress = (...pieces: readonly string[]): string => {
  const plain = new PlainAttributes(style)
  return pieces.map((piece) => plain.dress(piece)).join('')
}

test('classes become attributes, with variables from wherever an element lies', () => {
  expect(
    dress(
      '<svg><g class="h1"><rect class="solid" x="1"/></g><g class="h2"><path class="solid"/></g><path class="h1 solid"/></svg>',
    ),
  ).toBe('<svg><g><rect x="1" fill="#00f"/></g><g><path fill="#0102ff"/></g><path fill="#00f"/></svg>')
})

test('the rule that says more counts, across pieces and over what stands there already', () => {
  expect(
    dress(
      '<svg><text fill="red">a</text><g class="plot">',
      '<g><text class="big">b</text>',
      '</g><text>c</text></g></svg>',
    ),
  ).toBe(
    '<svg><text fill="#111" font-size="11px">a</text><g><g><text fill="#fff" font-size="22px">b</text></g><text fill="#111" font-size="11px">c</text></g></svg>',
  )
})
