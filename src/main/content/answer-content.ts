import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ContentQuery } from './content-query.ts'
import { ContentReader, jitterOf, pageBytes } from './content.ts'

/** A limited answer sends this often, so that its bytes come steadily. */
const piecesPerSecond = 50

/** Answers one request: waits, then sends the content. Stops when the client has gone. */
export async function answerContent(response: ServerResponse, query: ContentQuery): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    const delayMs = query.latencyMs + jitterOf(query.seed, query.jitterMs)
    if (delayMs > 0) await sleep(delayMs, undefined, { signal: gone.signal })
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': query.bytes,
      'cache-control': 'no-store',
      'server-timing': `delay;dur=${delayMs}`,
    })
    // The first byte comes after the latency, however slowly the content follows.
    response.flushHeaders()
    await sendBody(response, query, gone.signal)
    response.end()
  } catch (error) {
    if (!gone.signal.aborted) throw error
  }
}

async function sendBody(response: ServerResponse, query: ContentQuery, signal: AbortSignal): Promise<void> {
  const reader = new ContentReader(query.seed)
  const limited = query.bytesPerSecond > 0
  const pieceBytes = limited ? Math.max(1, Math.round(query.bytesPerSecond / piecesPerSecond)) : pageBytes
  const startedMs = performance.now()
  for (let sent = 0; sent < query.bytes;) {
    const piece = reader.read(Math.min(pieceBytes, query.bytes - sent))
    sent += piece.length
    if (limited) {
      // Counted from the start each time: what one wait is late, the next one makes up for.
      const waitMs = startedMs + (sent / query.bytesPerSecond) * 1000 - performance.now()
      if (waitMs > 0) await sleep(waitMs, undefined, { signal })
    }
    if (!response.write(piece)) await once(response, 'drain', { signal })
  }
}
