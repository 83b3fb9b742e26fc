/** Gives whole numbers from 0 to below. */
export type Random = (below: number) => number

const odd = [
  ['null', '-1', '0', '0.5', '1e15', '-1e15', '1e16', '1e308', '1e999', '4294967296', '32767', '32768'],
  ['true', '"x"', '""', '[]', '{}', '[[]]', '{"__proto__":null}', 'NaN', '-', '1e-300', '-0', '255', '7'],
].flat()
const structure = '{}[]",:\\ \n\0 0-e.'

/** A place in the text where a value that is a number stands, and where it ends. */
function someNumber(text: string, random: Random): readonly [number, number] {
  const pattern = /(?<=[:[,]\s*)-?[\d.]+(?:e[+-]?\d+)?/g
  pattern.lastIndex = random(text.length)
  const match = pattern.exec(text) ?? /\d+/.exec(text)
  const from = match?.index ?? 0
  return [from, from + (match?.[0].length ?? 0)]
}

/** A JSON text with one thing wrong in it: cut off, a piece left out or doubled, a character or number that is another, a field renamed. */
export function mutatedJson(text: string, random: Random): string {
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

const extremes = [
  0,
  1,
  -1,
  2,
  127,
  255,
  256,
  32_767,
  65_535,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 32 - 1,
  8,
  64,
  4096,
]
const doubles = [NaN, Infinity, -Infinity, 1e16, -1e16, 1e308, 5e-324, -0, 2 ** 53]

/** Writes a number somewhere, where lengths, offsets and values of such files stand: mostly at whole words. */
function withNumber(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes)
  const at = random(Math.max(1, copy.length - 8)) & ~(random(4) === 0 ? 0 : 3)
  const value = extremes[random(extremes.length)] ?? 0
  switch (random(4)) {
    case 0:
      copy.writeInt16LE((value << 16) >> 16, at)
      break
    case 1:
      copy.writeDoubleLE(doubles[random(doubles.length)] ?? 0, at)
      break
    case 2:
      copy.writeBigInt64LE(BigInt(value) * (random(2) === 0 ? 1n : 2n ** 31n), at)
      break
    default:
      copy.writeInt32LE(value | 0, at)
  }
  return copy
}

/** Bytes with one thing wrong in them: bits flipped, cut off, a piece left out, doubled or moved, a number that is an extreme. */
export function mutatedBytes(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length)
  const to = Math.min(bytes.length, at + 1 + random(random(4) === 0 ? 400 : 16))
  switch (random(8)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)])
    case 2:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)])
    case 3: {
      const copy = Buffer.from(bytes)
      copy.copyWithin(random(bytes.length), at, to)
      return copy
    }
    case 4:
    case 5: {
      const copy = Buffer.from(bytes)
      for (let flips = 1 + random(3); flips > 0; flips--) {
        const flipped = random(copy.length)
        copy[flipped] = (copy[flipped] ?? 0) ^ (1 << random(8))
      }
      return copy
    }
    default:
      return bytes.length < 16 ? bytes.subarray(0, at) : withNumber(bytes, random)
  }
}
