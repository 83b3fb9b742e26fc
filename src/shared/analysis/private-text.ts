/** What is told without: names that say whose run it was. */
export interface PrivateNames {
  readonly hostName?: string | undefined
  readonly userName?: string | undefined
}

/** Takes what is private out of what people and programs wrote. */
export interface TextCleaner {
  /** Of any text: `<path>`, `<host>` and `<user>` stand for what was there. */
  readonly text: (text: string) => string
  /** Of a file's name: the same, and names also go where an underscore joins them to other words. */
  readonly fileName: (name: string) => string
  /** Of an id of lower-case letters, digits and hyphens, which stays one: `host` and `user` stand for the names. */
  readonly id: (id: string) => string
}

/** As long as an id may be. */
const longestId = 64

/** Shorter names are words, or parts of some, too often to be told from them. */
const shortestPlainName = 3

/** Where files are, on systems that write paths with `/`. */
const roots = [
  ...[
    'Applications',
    'Library',
    'System',
    'Users',
    'Volumes',
    'app',
    'bin',
    'boot',
    'builds',
    'cygdrive',
    'data',
  ],
  ...[
    'dev',
    'etc',
    'home',
    'lib',
    'lib64',
    'media',
    'mnt',
    'nfs',
    'nix',
    'opt',
    'private',
    'proc',
    'root',
    'run',
  ],
  ...['sbin', 'scratch', 'snap', 'srv', 'sys', 'tmp', 'usr', 'var', 'work', 'workspace', 'workspaces'],
].join('|')

/** Ends a path that is not in quotes. */
const stops = String.raw`\s'"\x60<>|,;)\]}`
/** Two segments, or the name of a root: "/s" alone is rather "per second" than a file. */
const looksPosix = String.raw`(?=\/+(?:(?:${roots})(?![\p{L}\p{N}_-])|[^${stops}/]+\/+[^${stops}/]))`
/** How other paths begin: `~/`, `C:\`, `C:/` or `\\server`. */
const otherBegin = String.raw`~\/|[A-Za-z]:[\\/]|\\\\`

/** In quotes, a path may hold spaces. */
const quotedPath = new RegExp(String.raw`(['"\x60])(?:\/|${otherBegin})[^'"\x60\n]+\1`, 'gu')
/**
 * Elsewhere it ends at a space. What comes right after a letter, a figure, a colon or another slash is part of something else, such as an address or
 * "3/4"; what comes after `<` is the end of an element.
 */
const barePath = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.:/\\~<-])(?:file:\/\/\/?(?=[^${stops}])|${looksPosix}\/|${otherBegin})[^${stops}]*[^${stops}:.?!]`,
  'gu',
)

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

type Replace = (text: string) => string
const unchanged: Replace = (text) => text

/** Replaces a name where no character of `joining` is beside it. */
function replacing(name: string, joining: string, by: string): Replace {
  if (name === '') return unchanged
  const before = `(?<![${joining}])`
  const after = `(?![${joining}])`
  const written = escaped(name)
  const source =
    name.length < shortestPlainName
      ? String.raw`(?<=@|[/\\]{2})${written}${after}|${before}${written}(?=@|:\d)`
      : before + written + after
  const matcher = new RegExp(source, 'giu')
  return (text) => text.replace(matcher, () => by)
}

/** A name as it is written in an id. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** In ids, short names are nobody's. */
function replacingInId(name: string, by: string): Replace {
  const written = slug(name)
  return written.length < shortestPlainName ? unchanged : replacing(written, 'a-z0-9', by)
}

/**
 * Cleans texts of paths and of these names, in any case and where they stand by themselves. A path is one in quotes, or one that has two segments, a known
 * root, a drive, a server or `~/`. Names shorter than three characters go only where they can be nothing but names: beside `@`, after `//` or `\\`, and
 * before the number of a port. "vm" or "pi" as a host would otherwise take a word out of every text, and so short a name tells nobody much.
 */
export function textCleaner({ hostName = '', userName = '' }: PrivateNames): TextCleaner {
  const letters = String.raw`\p{L}\p{N}`
  const namesOut = (joining: string): Replace => {
    const host = replacing(hostName, joining, '<host>')
    const user = replacing(userName, joining, '<user>')
    return (text) => user(host(text))
  }
  const inTexts = namesOut(`${letters}_`)
  const inFileNames = namesOut(letters)
  const hostInId = replacingInId(hostName, 'host')
  const userInId = replacingInId(userName, 'user')
  const pathsOut: Replace = (text) => text.replace(quotedPath, '$1<path>$1').replace(barePath, '<path>')
  return {
    text: (text) => inTexts(pathsOut(text)),
    fileName: (name) => inFileNames(pathsOut(name)),
    id: (id) => userInId(hostInId(id)).slice(0, longestId),
  }
}
