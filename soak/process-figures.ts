import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What a process holds, as Linux tells it. */
export interface ProcessFigures {
  /** Memory that is its own alone (`smaps_rollup`: Private_Clean + Private_Dirty), in MB. */
  readonly privateMb: number
  /** All of its resident memory, what it shares with others included, in MB. */
  readonly residentMb: number
  readonly threads: number
  /** Open files, sockets and the like, but for `/dev/null`. */
  readonly handles: number
  /** Electron before 35.6 leaves one open for each utility process that it starts (electron#47515). */
  readonly nullHandles: number
  /** TCP ports that it listens on. */
  readonly ports: number
}

const kibibytesOf = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? NaN)

const nullDevice = '/dev/null'

/** State of a listening socket in `/proc/net/tcp`. */
const listening = '0A'

/** Inodes of the sockets that listen, in that process's network. */
function listeningSockets(processId: number): ReadonlySet<string> {
  const inodes = new Set<string>()
  for (const table of ['tcp', 'tcp6']) {
    for (const line of readFileSync(`/proc/${processId}/net/${table}`, 'latin1').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/)
      if (fields[3] === listening && fields[9] !== undefined) inodes.add(fields[9])
    }
  }
  return inodes
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    // Closed meanwhile.
    return ''
  }
}

/** Reads what a process holds now; null: it is gone. */
export function readProcess(processId: number): ProcessFigures | null {
  try {
    const memory = readFileSync(`/proc/${processId}/smaps_rollup`, 'latin1')
    const handles = readdirSync(`/proc/${processId}/fd`).map((name) =>
      linkOf(`/proc/${processId}/fd/${name}`),
    )
    const sockets = listeningSockets(processId)
    return {
      privateMb: (kibibytesOf(memory, 'Private_Clean') + kibibytesOf(memory, 'Private_Dirty')) / 1024,
      residentMb: kibibytesOf(memory, 'Rss') / 1024,
      threads: readdirSync(`/proc/${processId}/task`).length,
      handles: handles.filter((link) => link !== nullDevice).length,
      nullHandles: handles.filter((link) => link === nullDevice).length,
      ports: handles.filter((link) => sockets.has(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? '')).length,
    }
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Ids of a process and of all that it has started, directly or not. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      // The name in parentheses may hold anything; the parent is the second field after it.
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // Ended meanwhile.
    }
  }
  const tree = [root]
  for (let at = 0; at < tree.length; at++) {
    for (const [child, parent] of parents) if (parent === tree[at]) tree.push(child)
  }
  return tree
}
