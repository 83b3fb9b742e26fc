import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The viewer that an interactive report carries: one script, and one style sheet. */
export interface ViewerParts {
  readonly script: string
  readonly style: string
}

/** Would end the element that it stands in, or come out of a browser's reading as something else than was hashed. */
const unfit = /<\/?(?:script|style)\b|[\0\r]/i

const known = new Map<string, ViewerParts>()

function readPart(folder: string, name: string): string {
  const text = readFileSync(join(folder, name), 'utf8')
  const found = unfit.exec(text)
  if (found !== null)
    throw new Error(`Expected ${name} to fit into a page, got ${JSON.stringify(found[0])} in it`)
  return text
}

/**
 * The viewer as it was built into a folder (`viewer.js`, `viewer.css`), read once; null where it was not built. Throws where it cannot stand in
 * a page.
 */
export function readViewerParts(folder: string): ViewerParts | null {
  const before = known.get(folder)
  if (before !== undefined) return before
  try {
    const parts = { script: readPart(folder, 'viewer.js'), style: readPart(folder, 'viewer.css') }
    known.set(folder, parts)
    return parts
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
