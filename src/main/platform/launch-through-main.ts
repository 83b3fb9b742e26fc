import { LinkedProcess } from './linked-process.ts'
import type { LaunchNode } from './node-process.ts'
import type { MainLine, ProcessNotice } from './process-messages.ts'

/** Starts child processes from a utility process, which has to ask the main process for each. For one user: it takes all that is said on the line. */
export function launchThroughMain(line: MainLine): LaunchNode {
  const children = new Map<number, LinkedProcess>()
  let lastNumber = 0

  line.on('message', ({ data, ports: [port] }) => {
    // Only the main process has the other end.
    const notice = data as ProcessNotice
    if (notice.kind === 'parent') return
    const child = children.get(notice.number)
    switch (notice.kind) {
      case 'child':
        if (port !== undefined) child?.connect(port)
        break
      case 'started':
        child?.started(notice.processId)
        break
      case 'ended':
        children.delete(notice.number)
        child?.end(notice.ending)
        break
    }
  })

  return (wish, listener) => {
    const number = ++lastNumber
    const child = new LinkedProcess(listener, () => line.postMessage({ kind: 'kill', number }))
    children.set(number, child)
    line.postMessage({ kind: 'launch', number, wish })
    return child
  }
}
