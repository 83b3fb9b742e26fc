import { lstatSync } from 'node:fs'
import { rename } from 'node:fs/promises'

/** Gives a file another name beside its own, `.broken`, `.broken-2` and so on, the first that is free: earlier ones stay. Gives its path; rejects with the system's reason. */
export async function keepAside(file: string): Promise<string> {
  for (let number = 1; ; number++) {
    const copy = `${file}.broken${number === 1 ? '' : `-${number}`}`
    if (lstatSync(copy, { throwIfNoEntry: false }) !== undefined) continue
    await rename(file, copy)
    return copy
  }
}
