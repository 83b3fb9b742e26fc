import { checksumOfBytes } from '../content/checksum.ts'
import { ExpectedContent } from '../content/content.ts'

/** What to fetch, as plain data: it goes from thread to thread. */
export interface ContentRequest {
  readonly url: string
  /** What the built-in server was asked for; null where a real address is fetched. */
  readonly expected: { readonly seed: number; readonly byteCount: number } | null
}

/**
 * Fetches content and gives its checksum. Rejects with the signal's reason when that is aborted, and with a sentence of
 * its own when there is no answer, a bad one, or other content than was asked for. `progress` gets shares from 0 to 1.
 */
export async function fetchContent(
  request: ContentRequest,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<number> {
  const response = await fetchOrExplain(request.url, signal)
  if (!response.ok) {
    const said = (await response.text()).slice(0, 200)
    throw new Error(`${request.url} answered ${response.status} ${response.statusText}: ${said}`)
  }
  const total = request.expected?.byteCount ?? Number(response.headers.get('content-length') ?? 0)
  const expected = request.expected === null ? null : new ExpectedContent(request.expected.seed)
  let byteCount = 0
  let checksum = 0
  // The type of a body lacks the iteration that Node's has.
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    byteCount += piece.length
    checksum = checksumOfBytes(piece, checksum)
    expected?.advance(piece.length)
    // Compressed answers are longer than their length says.
    progress(total > 0 ? Math.min(1, byteCount / total) : 0)
  }
  if (expected !== null && byteCount !== total) {
    throw new Error(`Expected ${total} bytes from the built-in server, got ${byteCount}`)
  }
  if (expected !== null && checksum !== expected.checksum) {
    throw new Error(`The content that was downloaded is not the one that was asked for: ${request.url}`)
  }
  return checksum
}

async function fetchOrExplain(url: string, signal: AbortSignal): Promise<Response> {
  return fetch(url, { signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw new Error(`Could not fetch ${url}`, { cause: causeOf(error) })
  })
}

/** What lies behind `fetch failed`: one error, or one for each address that was tried. */
function causeOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return cause instanceof AggregateError ? cause.errors[0] : cause
}

/** One sentence with the cause: what an error looks like to a person. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
