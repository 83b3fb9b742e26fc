import process from 'node:process'
import { forkNode } from './fork-node.ts'
import { launchThroughMain } from './launch-through-main.ts'
import type { LaunchNode } from './node-process.ts'
import type { MainLine, ProcessNotice, ProcessPort } from './process-messages.ts'

/** What a child process hears. */
export interface ParentListener {
  /** Only the parent has the other end. */
  readonly heard: (message: unknown) => void
  /** The parent is gone, perhaps killed. */
  readonly lost: () => void
}

/** Says something to the parent; lost where there is none any more. */
export type SayToParent = (message: unknown) => void

/** The line to Electron's main process; undefined in a plain Node. */
const mainLine = (process as { readonly parentPort?: MainLine }).parentPort

function connectFork({ heard, lost }: ParentListener): SayToParent {
  process.on('message', heard)
  process.on('disconnect', lost)
  return (message) => {
    if (process.connected) process.send?.(message)
  }
}

function connectUtility(line: MainLine, { heard, lost }: ParentListener): SayToParent {
  let port: ProcessPort | null = null
  let unsaid: unknown[] = []
  line.postMessage({ kind: 'arrived' })
  process.on('exit', (code) => line.postMessage({ kind: 'leaving', code }))
  line.on('message', ({ data, ports: [given] }) => {
    // Only the main process has the other end.
    if ((data as ProcessNotice).kind !== 'parent' || given === undefined) return
    port = given
    port.on('message', (event) => heard(event.data))
    port.on('close', lost)
    port.start()
    for (const message of unsaid) port.postMessage(message)
    unsaid = []
  })
  return (message) => {
    if (port === null) unsaid.push(message)
    else port.postMessage(message)
  }
}

/** Connects a child process with whoever asked for it, by the way in which it was started. To be called once, as the process begins. */
export function connectToParent(listener: ParentListener): SayToParent {
  return mainLine === undefined ? connectFork(listener) : connectUtility(mainLine, listener)
}

/** How a child process starts children of its own. To be called once. */
export function launcherOfChild(): LaunchNode {
  return mainLine === undefined ? forkNode : launchThroughMain(mainLine)
}
