import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** The app's pages have an origin of their own: `file://` would let a page read every file of the user's. */
const scheme = 'taskscope'
export const appOrigin = `${scheme}://app`

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Nothing but the app's own files: no inline code, no remote content, no frames, no workers, no markup made of text. The page's own tag says as much. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Only the compiler's own templates become markup.
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ')

/** What every answer says, also that there is nothing. */
const commonHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** The file that an address of ours names; null: none of the app's pages. */
function pageFile(pagesFolder: string, address: string): string | null {
  const { host, pathname } = new URL(address)
  if (host !== 'app') return null
  try {
    const file = normalize(join(pagesFolder, decodeURIComponent(pathname)))
    return file.startsWith(pagesFolder + sep) ? file : null
  } catch {
    // A broken escape, such as "%zz".
    return null
  }
}

function refusal(status: number, words: string): Response {
  return new Response(words, { status, headers: { ...commonHeaders, 'content-type': 'text/plain' } })
}

/** Serves the built pages to who reads, and nothing outside their folder. */
export function serveAppPages(pagesFolder: string): void {
  protocol.handle(scheme, async (request) => {
    if (request.method !== 'GET') return refusal(405, 'Method not allowed')
    const file = pageFile(pagesFolder, request.url)
    const contentType = file === null ? undefined : contentTypes[extname(file)]
    if (file === null || contentType === undefined) return refusal(404, 'Not found')
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...commonHeaders, 'content-type': contentType },
      })
    } catch {
      return refusal(404, 'Not found')
    }
  })
}
