import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentChecksum } from '../content/content.ts'
import { startContentServer, type ContentServer } from '../content/start-content-server.ts'
import { configureDownloads, download, warmDownloads } from './download.ts'
import { fakeContext, stoppingAt } from './fake-context.ts'
import type { TaskContext } from './workload.ts'

// The threads run the built entries: Node 20 cannot start one from TypeScript.
const entries = fileURLToPath(new URL('../../../out/main', import.meta.url))
const parameters = { kilobytes: 200, latencyMs: 0, jitterMs: 0, kilobytesPerSecond: 0 }

let server: ContentServer
beforeAll(async () => {
  configureDownloads(entries)
  server = await startContentServer(`${entries}/content-server.js`)
  await warmDownloads('blocking')
})
afterAll(() => server.close())

const context = (changes: Partial<TaskContext> = {}): TaskContext =>
  fakeContext({ contentOrigin: server.origin, seed: 7, ...changes })

/** A server of this thread: only the async form can talk to it, as the other one would hold the thread. */
async function withServer<T>(
  handle: Parameters<typeof createServer>[1],
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const own: Server = createServer(handle as never)
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(own.address() as AddressInfo).port}`)
  } finally {
    own.closeAllConnections()
    own.close()
  }
}

test('both forms give the checksum of the content', async () => {
  const expected = contentChecksum(200 * 1024, 7)
  expect(await download.async?.(parameters, context())).toBe(expected)
  expect(download.blocking?.(parameters, context())).toBe(expected)
  expect(download.blocking?.(parameters, context({ seed: 8 }))).not.toBe(expected)
})

test('an empty download succeeds in both forms', async () => {
  expect(await download.async?.({ ...parameters, kilobytes: 0 }, context())).toBe(0)
  expect(download.blocking?.({ ...parameters, kilobytes: 0 }, context())).toBe(0)
})

test('two hundred downloads at once all arrive', async () => {
  const results = await Promise.all(
    Array.from({ length: 200 }, async (_, seed) =>
      download.async?.({ ...parameters, kilobytes: 8, latencyMs: 20 }, context({ seed })),
    ),
  )
  expect(results).toEqual(Array.from({ length: 200 }, (_, seed) => contentChecksum(8 * 1024, seed)))
})

test('an aborted download rejects with the reason, before its first byte and after', async () => {
  const abort = new AbortController()
  const waiting = download.async?.({ ...parameters, latencyMs: 600_000 }, context({ signal: abort.signal }))
  abort.abort(new Error('told to stop'))
  await expect(waiting).rejects.toThrow('told to stop')
  await expect(
    download.async?.({ ...parameters, kilobytes: 10_000 }, context(stoppingAt(2))),
  ).rejects.toThrow('told to stop')
})

test('a download that holds its thread stops when it is told to, and the next one is unharmed', () => {
  const slow = { ...parameters, latencyMs: 600_000 }
  expect(() => download.blocking?.(slow, context(stoppingAt(2)))).toThrow('told to stop')
  expect(() => download.blocking?.(parameters, context(stoppingAt(1)))).toThrow('told to stop')
  expect(download.blocking?.(parameters, context())).toBe(contentChecksum(200 * 1024, 7))
})

test('other content than was asked for is an error, not a result', async () => {
  const tell = (body: Buffer) =>
    withServer(
      (_request, response) => void response.end(body),
      async (contentOrigin) => download.async?.({ ...parameters, kilobytes: 1 }, context({ contentOrigin })),
    )
  await expect(tell(Buffer.alloc(1024))).rejects.toThrow('is not the one that was asked for')
  await expect(tell(Buffer.alloc(1000))).rejects.toThrow(
    'Expected 1024 bytes from the built-in server, got 1000',
  )
})

test('a real address gives the checksum of what came, and an error where it answers with one', async () => {
  await withServer(
    (request, response) => void response.writeHead(request.url === '/missing' ? 404 : 200).end('123456789'),
    async (origin) => {
      // The check value of CRC-32.
      expect(await download.async?.({ ...parameters, url: `${origin}/` }, context())).toBe(0xcbf43926)
      await expect(download.async?.({ ...parameters, url: `${origin}/missing` }, context())).rejects.toThrow(
        'answered 404 Not Found: 123456789',
      )
    },
  )
})

test('an address where nobody answers is an error that says so, in both forms', async () => {
  const url = await withServer(undefined, (origin) => Promise.resolve(origin))
  const failure: unknown = await download
    .async?.({ ...parameters, url }, context())
    .catch((error: unknown) => error)
  expect(failure).toMatchObject({ message: `Could not fetch ${url}` })
  expect((failure as Error).cause).toMatchObject({ code: 'ECONNREFUSED' })
  expect(() => download.blocking?.({ ...parameters, url }, context())).toThrow(
    /Could not fetch .*ECONNREFUSED/,
  )
})

test('without a server and an address there is nothing to download', async () => {
  const run = (): Promise<number> | undefined =>
    download.async?.(parameters, context({ contentOrigin: null }))
  await expect((async () => run())()).rejects.toThrow('built-in content server')
  expect(() => download.blocking?.(parameters, context({ contentOrigin: null }))).toThrow(
    'built-in content server',
  )
})
