import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerContent } from './answer-content.ts'
import { checksumOfBytes } from './checksum.ts'
import { contentUrl, readContentQuery, type ContentQuery } from './content-query.ts'
import { contentChecksum } from './content.ts'
import { startContentServer, type ContentServer } from './start-content-server.ts'

// The thread runs the built entry: Node 20 cannot start one from TypeScript.
const entry = fileURLToPath(new URL('../../../out/main/content-server.js', import.meta.url))
const plain: ContentQuery = { bytes: 1000, seed: 7, latencyMs: 0, jitterMs: 0, bytesPerSecond: 0 }

let server: ContentServer
beforeEach(async () => void (server = await startContentServer(entry)))
afterEach(() => server.close())

const get = (changes: Partial<ContentQuery>, signal?: AbortSignal): Promise<Response> =>
  fetch(contentUrl(server.origin, { ...plain, ...changes }), signal === undefined ? {} : { signal })

const checksumOf = async (response: Response): Promise<number> =>
  checksumOfBytes(new Uint8Array(await response.arrayBuffer()))

test('an answer is as long as was asked and has the content of the seed', async () => {
  for (const bytes of [0, 1, 65_536, 65_537, 1_000_000]) {
    const response = await get({ bytes })
    expect(response.headers.get('content-length')).toBe(String(bytes))
    expect(await checksumOf(response)).toBe(contentChecksum(bytes, 7))
  }
})

test('a limited bandwidth changes the pace, not the content', async () => {
  expect(await checksumOf(await get({ bytes: 30_001, bytesPerSecond: 300_000 }))).toBe(
    contentChecksum(30_001, 7),
  )
})

test('the same seed waits equally long each time', async () => {
  const delays: (string | null)[] = []
  for (const seed of [1, 2, 1])
    delays.push((await get({ seed, latencyMs: 3, jitterMs: 9 })).headers.get('server-timing'))
  expect(delays[0]).toMatch(/^delay;dur=\d/)
  expect(delays[2]).toBe(delays[0])
  expect(delays[1]).not.toBe(delays[0])
})

test('a bad query is answered with 400 and a sentence, an unknown address with 404', async () => {
  const ask = async (path: string, method = 'GET'): Promise<[number, string]> => {
    const response = await fetch(server.origin + path, { method })
    return [response.status, await response.text()]
  }
  expect(await ask('/content?bytes=1073741825')).toEqual([
    400,
    'Expected "bytes" to be a whole number from 0 to 1073741824, got "1073741825".',
  ])
  for (const query of [
    'bytes=-1',
    'bytes=1.5',
    'bytes=',
    'bytes=1e3',
    'seed=4294967296',
    'latencyMs=x',
    'kilobytes=1',
  ]) {
    expect((await ask(`/content?${query}`))[0]).toBe(400)
  }
  expect((await ask('/'))[0]).toBe(404)
  expect((await ask('/content', 'POST'))[0]).toBe(404)
})

test('a query survives being written to an address and read back', () => {
  const query = { bytes: 5, seed: 4294967295, latencyMs: 250, jitterMs: 10, bytesPerSecond: 1024 }
  expect(readContentQuery(new URL(contentUrl('http://127.0.0.1:1', query)).searchParams)).toEqual(query)
})

test('one answer that takes its time does not hold up the others', async () => {
  const abort = new AbortController()
  const slow = get({ latencyMs: 600_000 }, abort.signal)
  const others = await Promise.all(Array.from({ length: 200 }, (_, seed) => get({ seed, latencyMs: 10 })))
  expect(await Promise.all(others.map(checksumOf))).toEqual(
    others.map((_, seed) => contentChecksum(plain.bytes, seed)),
  )
  abort.abort(new Error('enough'))
  await expect(slow).rejects.toThrow('enough')
})

test('closing with twenty answers on their way breaks them off, ends the thread and frees the port', async () => {
  // The first byte of each has come; the last would take a quarter of an hour.
  const answers = await Promise.all(Array.from({ length: 20 }, () => get({ bytesPerSecond: 1 })))
  const bodies = answers.map((answer) => answer.arrayBuffer())
  // Gathered before the close, so that no rejection goes unheard.
  const ends = Promise.allSettled(bodies)
  await Promise.all([server.close(), server.close()])
  expect((await ends).map((end) => end.status)).toEqual(Array(20).fill('rejected'))

  const next = createServer()
  next.listen(Number(new URL(server.origin).port), '127.0.0.1')
  await once(next, 'listening')
  next.close()
})

test('an answer whose client goes away ends with it', async () => {
  const answers: Promise<void>[] = []
  const own = createServer((_request, response) => {
    answers.push(answerContent(response, { ...plain, latencyMs: 600_000 }))
    own.emit('answering')
  })
  own.listen(0, '127.0.0.1')
  await once(own, 'listening')
  const abort = new AbortController()
  const asked = fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}`, { signal: abort.signal })
  const failed = expect(asked).rejects.toThrow('enough')
  await once(own, 'answering')
  abort.abort(new Error('enough'))
  await failed
  await Promise.all(answers)
  expect(answers.length).toBe(1)
  own.close()
})

test('a server that cannot start says so in one sentence', async () => {
  await expect(startContentServer('/nowhere/content-server.js')).rejects.toThrow(
    /^The built-in content server could not start: /,
  )
})
