// Whose work is in the packages, and under which terms: NOTICES.md, made from the lock file and from what the packages themselves bring.
//   node scripts/package/notices.mjs    writes it anew
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inProject } from '../setup/paths.mjs'

/** Development dependencies that end up inside the window's code. */
export const bundledPackages = ['svelte', 'clsx']
/** What the lock file counts as production, and electron-builder.config.mjs leaves out of the packages. */
const leftOut = /^(@types\/|undici-types$|@napi-rs\/)/

const noticesFile = inProject('NOTICES.md')

/** Every package inside ours: `[{ name, version, license, texts }]`, by name; `texts` are its licence and notice files. */
export function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .map(([path, entry]) => ({ path, name: path.replace(/^.*node_modules\//, ''), ...entry }))
    .filter(({ path, name, dev }) => path !== '' && (!dev || bundledPackages.includes(name)))
    .filter(({ name }) => !leftOut.test(name))
    .map(({ path, name, version, license }) => ({ name, version, license, texts: licenceTexts(path) }))
    .sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version))
}

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0)

function licenceTexts(path) {
  const folder = inProject(...path.split('/'))
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^(licen[sc]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r', '').trim())
}

/** The whole file. The same text of several packages stands there once. */
export function noticesText() {
  const packages = shippedPackages()
  const textless = packages.filter(({ texts, license }) => texts.length === 0 || !license)
  if (textless.length > 0)
    throw new Error(
      `No licence found for ${textless.map(({ name }) => name).join(', ')}: read it and add it here`,
    )
  const byText = new Map()
  for (const { name, version, license, texts } of packages) {
    const text = texts.join('\n\n')
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  return [
    '# Notices',
    'Taskscope itself is under the terms in LICENSE. Its packages contain the work of others, listed here with their terms.',
    'Electron is under the MIT licence (`LICENSE.electron.txt` in the package); Chromium and all that it consists of, under the many that\n`LICENSES.chromium.html` lists, which lies beside it.',
    '## Packages',
    ['| Package | Version | Licence |', '|---|---|---|']
      .concat(packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`))
      .join('\n'),
    '## Terms',
    ...[...byText].flatMap(([text, names]) => [`### ${names.join(', ')}`, fenced(text)]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

/** As it stands, whatever characters it has. */
function fenced(text) {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}text\n${text}\n${fence}`
}

/** What is wrong with NOTICES.md, as a sentence; undefined when nothing is. */
export function noticesProblem() {
  const kept = existsSync(noticesFile) ? readFileSync(noticesFile, 'utf8') : ''
  return kept === noticesText()
    ? undefined
    : 'NOTICES.md does not list what the lock file names: type "node scripts/package/notices.mjs" and keep the result.'
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(noticesFile, noticesText())
