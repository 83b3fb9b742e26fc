import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './paths.mjs'

const source = inProject('scripts', 'default-app')

/** Gives the runtime in `folder` the part that makes `electron <folder>` work, unless it has this very one. */
export async function putDefaultApp(folder) {
  const target = join(folder, 'resources', 'default_app.asar')
  const stampFile = `${target}.sha256`
  const wanted = hashSource()
  if (existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  const { createPackage } = await import('@electron/asar')
  // Renamed, never overwritten: an app that is running from the old one keeps it.
  const unfinished = `${target}.${process.pid}`
  await createPackage(source, unfinished)
  renameSync(unfinished, target)
  writeFileSync(stampFile, wanted)
}

function hashSource() {
  const hash = createHash('sha256')
  for (const name of readdirSync(source).sort())
    hash.update(`${name}\n`).update(readFileSync(join(source, name)))
  return hash.digest('hex')
}
