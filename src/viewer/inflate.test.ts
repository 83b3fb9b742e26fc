import { expect, test } from 'vitest'
import { inflateBase64 } from './inflate.ts'

/** What the browser itself makes of the bytes. */
async function base64(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const deflating = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const deflated = new Uint8Array(await new Response(deflating).arrayBuffer())
  return btoa(Array.from(deflated, (byte) => String.fromCharCode(byte)).join(''))
}

const someBytes = Uint8Array.from({ length: 5_000 }, (_, at) => (at * at) & 255)

test('gives back the bytes that were deflated', async () => {
  expect(await inflateBase64(await base64(someBytes))).toEqual(someBytes)
})

test('more than one chunk of characters is one stream of bytes', async () => {
  // Pseudo-random, so that it stays as long as it is.
  let state = 1
  const bytes = Uint8Array.from({ length: 1_500_000 }, () => (state = (state * 48_271) % 2_147_483_647) & 255)
  const inflated = await inflateBase64(await base64(bytes))
  expect(inflated.length).toBe(bytes.length)
  expect(inflated.every((byte, at) => byte === bytes[at])).toBe(true)
})

test('line breaks between the characters do not count', async () => {
  const text = `\n${(await base64(someBytes)).replace(/.{3}/g, '$&\n')}\n`
  expect(await inflateBase64(text)).toEqual(someBytes)
})

test('what breaks off is refused', async () => {
  const text = await base64(someBytes)
  await expect(inflateBase64(text.slice(0, (text.length >> 3) << 2))).rejects.toThrow()
})

test('what is no base64 is refused', async () => {
  await expect(inflateBase64('<p>no</p>')).rejects.toThrow()
})
