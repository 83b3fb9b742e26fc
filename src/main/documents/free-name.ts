import { readdir } from 'node:fs/promises'

/**
 * The name, or "name 2", "name 3" …: the first with which none of the suffixes makes the name of something in the folder. Upper and
 * lower case are not told apart, as some systems do not. Where the folder cannot be read, the name itself: writing there will say why.
 */
export async function freeName(folder: string, name: string, suffixes: readonly string[]): Promise<string> {
  const entries = await readdir(folder).catch(() => [])
  const taken = new Set(entries.map((entry) => entry.toLowerCase()))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`
    if (!suffixes.some((suffix) => taken.has(`${candidate}${suffix}`.toLowerCase()))) return candidate
  }
}
