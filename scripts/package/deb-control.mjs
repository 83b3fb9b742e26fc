import { runtimeLibraries } from '../setup/system-libraries.mjs'
import { description, identity } from './identity.mjs'

const architectures = { x64: 'amd64', arm64: 'arm64' }

/** What Debian calls this processor. */
export const debianArchitecture = () => architectures[process.arch] ?? process.arch

/** The control file of the deb (Debian Policy, chapter 5). `installedBytes`: of all its files. */
export function controlFile({ debianVersion, isFallback, warning, installedBytes }) {
  const lines = [
    'An instrument that runs preset workloads through a task scheduler, samples',
    'every core and the memory meanwhile, draws tasks and hardware on one time',
    'axis, compares strategies fairly, and exports reports. With a window',
    '(taskscope-desktop) and as a command (taskscope).',
    ...(isFallback ? ['.', warning] : []),
  ]
  return `${[
    'Package: taskscope',
    `Version: ${debianVersion}`,
    `Architecture: ${debianArchitecture()}`,
    `Maintainer: ${identity.maintainer}`,
    `Homepage: ${identity.homepage}`,
    'Section: devel',
    'Priority: optional',
    `Installed-Size: ${Math.ceil(installedBytes / 1024)}`,
    // Newer releases gave some of them a new name; either will do.
    `Depends: libc6 (>= 2.28), ${runtimeLibraries.map((names) => names.join(' | ')).join(', ')}`,
    'Recommends: fonts-liberation | fonts-dejavu-core, xdg-utils',
    `Description: ${description.description.split(':')[0]}${isFallback ? ' (for tests only)' : ''}`,
    ...lines.map((line) => ` ${line}`),
  ].join('\n')}\n`
}

/** Machine-readable: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/ */
export function copyrightFile(licence) {
  const indented = licence
    .trim()
    .split('\n')
    .map((line) => ` ${line.trim() === '' ? '.' : line}`)
    .join('\n')
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Taskscope
Source: ${identity.homepage}
Comment: The work of others inside this package, and its terms, is listed in
 /usr/share/doc/taskscope/NOTICES.md.gz (JavaScript packages) and in
 LICENSE.electron.txt and LICENSES.chromium.html in /usr/lib/taskscope.

Files: *
Copyright: ${identity.copyright.replace('Copyright © ', '')}
License: Expat

License: Expat
${indented}
`
}
