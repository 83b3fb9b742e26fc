import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { inProject } from './paths.mjs'
import { isProcessAlive } from './run.mjs'
import { say } from './say.mjs'

// Two commands started together would otherwise empty node_modules/ or out/ under each other.
const lockFile = inProject('out', '.set-up-lock')

/** Does `work` while no other set-up of this checkout runs; its result is passed on. */
export async function aloneInCheckout(work) {
  mkdirSync(inProject('out'), { recursive: true })
  for (let hasSaid = false; !takeLock(); hasSaid = true) {
    if (!hasSaid) say(`Waiting for another command that is setting up this folder (${lockFile}).`)
    await delay(200)
  }
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function takeLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isOwnerAlive()) rmSync(lockFile, { force: true })
    return false
  }
}

/** False when the owner was killed before it could let go. */
function isOwnerAlive() {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'))
    // An empty file belongs to a process that is just about to write its number.
    return owner === 0 || isProcessAlive(owner)
  } catch (error) {
    // The owner has let go in this very moment.
    if (error.code === 'ENOENT') return false
    throw error
  }
}
