import { maxContentBytes } from './content.ts'

/** What a request to the content server asks for. */
export interface ContentQuery {
  readonly bytes: number
  readonly seed: number
  /** Time until the first byte, without jitter. */
  readonly latencyMs: number
  /** Seeded extra latency: 0 to this. */
  readonly jitterMs: number
  /** 0: as fast as it goes. */
  readonly bytesPerSecond: number
}

export const contentPath = '/content'

const limits: Readonly<Record<keyof ContentQuery, number>> = {
  bytes: maxContentBytes,
  seed: 2 ** 32 - 1,
  latencyMs: 600_000,
  jitterMs: 600_000,
  bytesPerSecond: 2 ** 40,
}

/** The address of the content on a server. */
export function contentUrl(origin: string, query: ContentQuery): string {
  const address = new URL(contentPath, origin)
  for (const name of Object.keys(limits) as (keyof ContentQuery)[]) {
    address.searchParams.set(name, String(query[name]))
  }
  return address.href
}

/** Reads a query; what it leaves out is 0. Gives a sentence that says what is wrong where something is. */
export function readContentQuery(parameters: URLSearchParams): ContentQuery | string {
  const query = { bytes: 0, seed: 0, latencyMs: 0, jitterMs: 0, bytesPerSecond: 0 }
  for (const [name, text] of parameters) {
    if (!isQueryName(name)) {
      return `Expected ${Object.keys(limits).join(', ')}; got the unknown parameter "${name}".`
    }
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
    if (!(value <= limits[name])) {
      return `Expected "${name}" to be a whole number from 0 to ${limits[name]}, got "${text}".`
    }
    query[name] = value
  }
  return query
}

const isQueryName = (name: string): name is keyof ContentQuery => Object.hasOwn(limits, name)
