// The deb, by dpkg-deb alone: it needs no network and no root, and holds what a generated one does not (two commands, MIME type, manual).
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inProject } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'
import { SetUpProblem } from '../setup/say.mjs'
import { controlFile, copyrightFile } from './deb-control.mjs'
import { identity } from './identity.mjs'
import { linuxIconWidthsPx } from './make-icons.mjs'

const appFolder = 'usr/lib/taskscope'

/** Makes a deb at `file` of the unpacked app in `source`; `icons`: the folder that `makeIcons` filled. */
export async function makeDeb({ source, icons, file, names }) {
  const root = mkdtempSync(join(tmpdir(), 'taskscope-deb-'))
  try {
    chmodSync(root, 0o755)
    putApp(root, source)
    putDesktop(root, icons)
    putDocuments(root)
    await withPlainModes(root)
    // Where the kernel withholds namespaces from ordinary programs, Chromium builds its sandbox with this helper; it lets nobody in.
    chmodSync(join(root, appFolder, 'chrome-sandbox'), 0o4755)
    putControl(root, names)
    // A package for tests is made often and travels nowhere.
    const compression = names.isFallback ? ['-Zgzip', '-z1'] : ['-Zxz']
    const args = [...compression, '--root-owner-group', '--build', root, file]
    if ((await run('dpkg-deb', args, { output: 'ignore' })) !== 0)
      throw new SetUpProblem('dpkg-deb could not make the deb: see its words above.')
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function putApp(root, source) {
  cpSync(source, join(root, appFolder), { recursive: true, verbatimSymlinks: true })
  mkdirSync(join(root, 'usr/bin'), { recursive: true })
  for (const name of [identity.command, identity.executable])
    symlinkSync(`../lib/taskscope/${name}`, join(root, 'usr/bin', name))
}

function putDesktop(root, icons) {
  const hicolor = 'usr/share/icons/hicolor'
  const mimeIcon = identity.mimeType.replace('/', '-')
  for (const widthPx of linuxIconWidthsPx) {
    const size = `${widthPx}x${widthPx}`
    put(root, `${hicolor}/${size}/apps/taskscope.png`, readFileSync(join(icons, 'icon', `${size}.png`)))
    put(
      root,
      `${hicolor}/${size}/mimetypes/${mimeIcon}.png`,
      readFileSync(join(icons, 'run-file', `${size}.png`)),
    )
  }
  put(root, `${hicolor}/scalable/apps/taskscope.svg`, resource('icon.svg'))
  put(root, `${hicolor}/scalable/mimetypes/${mimeIcon}.svg`, resource('run-file.svg'))
  const entry = `${identity.executable}.desktop`
  put(root, `usr/share/applications/${entry}`, resource('linux', entry))
  put(root, 'usr/share/mime/packages/taskscope.xml', resource('linux', 'taskscope.xml'))
}

function putDocuments(root) {
  const documents = 'usr/share/doc/taskscope'
  put(root, `${documents}/copyright`, copyrightFile(readFileSync(inProject('LICENSE'), 'utf8')))
  put(root, `${documents}/changelog.gz`, compressed(readFileSync(inProject('CHANGELOG.md'))))
  put(root, `${documents}/NOTICES.md.gz`, compressed(readFileSync(inProject('NOTICES.md'))))
  const manual = compressed(resource('linux', 'taskscope.1'))
  for (const name of [identity.command, identity.executable])
    put(root, `usr/share/man/man1/${name}.1.gz`, manual)
}

/** No scripts: what keeps the caches of menus, MIME types and icons has triggers for the folders that we put files into. */
function putControl(root, names) {
  const files = filesBelow(root)
  const sizes = files.map((path) => statSync(join(root, path)).size)
  const installedBytes = sizes.reduce((sum, bytes) => sum + bytes, 0)
  const sums = files.map((path) => `${md5(join(root, path))}  ${path}\n`)
  put(root, 'DEBIAN/control', controlFile({ ...names, installedBytes }))
  put(root, 'DEBIAN/md5sums', sums.join(''))
}

/** Whatever the umask of whoever makes it: everybody reads, and runs what is to be run. */
async function withPlainModes(root) {
  if ((await run('chmod', ['-R', 'u=rwX,go=rX', root])) !== 0) throw new Error(`chmod failed in ${root}`)
}

const resource = (...parts) => readFileSync(inProject('resources', ...parts))

/** Without a time or a name inside: the same content gives the same package. */
const compressed = (content) => gzipSync(content, { level: 9 })

const md5 = (file) => createHash('md5').update(readFileSync(file)).digest('hex')

function put(root, path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true, mode: 0o755 })
  writeFileSync(join(root, path), content, { mode: 0o644 })
}

function filesBelow(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
