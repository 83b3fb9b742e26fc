import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What a folder's files may import. The first row whose `files` begins a file's path holds for it. */
interface Layer {
  readonly files: string
  /** Beginnings of paths of our own, or names of packages; `node:` stands for all of Node. */
  readonly mayImport: readonly string[]
}

const zod = 'zod'

const viewParts = [
  'svelte',
  'src/shared/',
  'src/renderer/state/',
  'src/renderer/parts/',
  'src/renderer/charts/',
  'src/renderer/timeline/',
]

// The import table of the project. A row is added or widened by argument, in the same change that needs it.
const layers: readonly Layer[] = [
  { files: 'src/shared/model/', mayImport: ['src/shared/model/'] },
  // The package that fits curves, behind one file.
  {
    files: 'src/shared/analysis/scaling/least-squares.ts',
    mayImport: ['ml-levenberg-marquardt', 'src/shared/'],
  },
  { files: 'src/shared/', mayImport: ['src/shared/'] },

  // Node only: no Electron from here …
  { files: 'src/main/platform/', mayImport: ['node:', 'src/shared/model/', 'src/main/platform/'] },
  {
    files: 'src/main/content/',
    mayImport: ['node:', 'src/shared/', 'src/main/platform/', 'src/main/content/'],
  },
  {
    files: 'src/main/workloads/',
    mayImport: ['node:', 'src/shared/', 'src/main/platform/', 'src/main/content/', 'src/main/workloads/'],
  },
  // Each package behind one file.
  {
    files: 'src/main/engine/piscina-executor.ts',
    mayImport: [
      'node:',
      'piscina',
      'src/shared/',
      'src/main/platform/',
      'src/main/engine/',
      'src/main/workloads/task-order.ts',
    ],
  },
  {
    files: 'src/main/engine/',
    mayImport: [
      'node:',
      zod,
      'src/shared/',
      'src/main/platform/',
      'src/main/engine/',
      // Messages to threads, not what runs in them.
      'src/main/workloads/task-order.ts',
      'src/main/content/start-content-server.ts',
    ],
  },
  {
    files: 'src/main/hardware/environment.ts',
    mayImport: ['node:', 'systeminformation', 'src/shared/', 'src/main/hardware/'],
  },
  {
    files: 'src/main/hardware/',
    mayImport: ['node:', 'src/shared/', 'src/main/platform/', 'src/main/hardware/'],
  },
  {
    files: 'src/main/runs/json/',
    mayImport: [
      'node:',
      zod,
      'src/shared/',
      'src/main/runs/json/',
      'src/main/runs/reading/',
      // How what comes from outside is checked, and what is said of it.
      'src/main/engine/file-obstacle.ts',
      'src/main/engine/input-error.ts',
      'src/main/engine/schema-error.ts',
      'src/main/engine/run-options-schema.ts',
    ],
  },
  {
    files: 'src/main/runs/folder/',
    mayImport: [
      'node:',
      'src/shared/',
      'src/main/platform/',
      'src/main/runs/',
      'src/main/engine/input-error.ts',
    ],
  },
  { files: 'src/main/runs/arrow/arrow-stream.ts', mayImport: ['apache-arrow', 'src/main/runs/arrow/'] },
  { files: 'src/main/runs/library/system-trash.ts', mayImport: ['trash'] },
  {
    files: 'src/main/runs/library/',
    mayImport: [
      'node:',
      'src/shared/',
      'src/main/platform/make-folder.ts',
      'src/main/platform/replace-file.ts',
      'src/main/runs/',
      'src/main/engine/input-error.ts',
    ],
  },
  { files: 'src/main/runs/archive/write-zip.ts', mayImport: ['node:', 'yazl'] },
  {
    files: 'src/main/runs/archive/read-zip.ts',
    mayImport: ['node:', 'yauzl', 'src/main/engine/input-error.ts'],
  },
  {
    files: 'src/main/runs/archive/',
    mayImport: ['node:', 'src/shared/', 'src/main/runs/', 'src/main/engine/input-error.ts'],
  },
  {
    files: 'src/main/runs/import/',
    mayImport: [
      'node:',
      'src/shared/',
      'src/main/runs/',
      'src/main/engine/file-obstacle.ts',
      'src/main/engine/input-error.ts',
    ],
  },
  {
    files: 'src/main/runs/reading/',
    mayImport: [
      'node:',
      zod,
      'src/shared/',
      'src/main/runs/arrow/',
      'src/main/runs/reading/',
      'src/main/platform/process-start.ts',
      'src/main/platform/replace-file.ts',
      // How what comes from outside is checked, and what is said of it.
      'src/main/engine/file-obstacle.ts',
      'src/main/engine/input-error.ts',
      'src/main/engine/schema-error.ts',
      'src/main/engine/run-options-schema.ts',
    ],
  },
  {
    files: 'src/main/runs/',
    mayImport: ['node:', 'src/shared/', 'src/main/platform/make-folder.ts', 'src/main/runs/'],
  },
  {
    files: 'src/main/reports/parquet/parquet-file.ts',
    mayImport: ['hyparquet-writer', 'src/shared/', 'src/main/reports/'],
  },
  { files: 'src/main/reports/', mayImport: ['node:', 'src/shared/', 'src/main/reports/'] },
  {
    files: 'src/main/documents/',
    mayImport: [
      'node:',
      'src/shared/',
      'src/main/documents/',
      'src/main/reports/',
      'src/main/runs/',
      'src/main/engine/input-error.ts',
    ],
  },
  {
    files: 'src/main/compose-engine.ts',
    mayImport: [
      'node:',
      'src/shared/',
      'src/main/engine/',
      'src/main/hardware/',
      'src/main/platform/node-process.ts',
      'src/main/runs/',
    ],
  },
  {
    files: 'src/main/self-test/',
    mayImport: ['node:', 'src/shared/', 'src/main/compose-engine.ts', 'src/main/self-test/'],
  },
  {
    files: 'src/main/settings/',
    mayImport: [
      'node:',
      zod,
      'src/shared/',
      'src/main/platform/',
      'src/main/settings/',
      // How what comes from outside is checked, and what is said of it.
      'src/main/engine/file-obstacle.ts',
      'src/main/engine/input-error.ts',
      'src/main/engine/schema-error.ts',
    ],
  },
  {
    files: 'src/main/experiments/',
    mayImport: [
      'node:',
      'src/shared/',
      'src/main/compose-engine.ts',
      'src/main/engine/',
      'src/main/platform/',
      'src/main/reports/',
      'src/main/runs/',
      'src/main/experiments/',
    ],
  },
  {
    files: 'src/cli/',
    mayImport: [
      'node:',
      'src/shared/',
      'src/cli/',
      'src/main/compose-engine.ts',
      'src/main/documents/',
      'src/main/experiments/',
      'src/main/platform/',
      'src/main/runs/',
      'src/main/self-test/',
      'src/main/settings/',
      'src/main/engine/',
      'src/main/reports/',
    ],
  },
  // … to here.

  { files: 'src/main/ipc/', mayImport: ['electron', 'node:path', zod, 'src/shared/', 'src/main/ipc/'] },
  { files: 'src/main/desktop/', mayImport: ['electron', 'node:', 'src/shared/', 'src/main/desktop/'] },
  // The command line in the app's own program.
  {
    files: 'src/main/command-line-mode.ts',
    mayImport: ['electron', 'node:', 'src/shared/', 'src/main/utility-processes.ts', 'src/cli/'],
  },
  { files: 'src/main/home/', mayImport: ['electron', 'node:', zod, 'src/shared/', 'src/main/'] },
  // The composition root and the Electron files that it is made of.
  { files: 'src/main/', mayImport: ['electron', 'node:', 'src/shared/', 'src/main/'] },
  { files: 'src/preload/', mayImport: ['electron', 'src/shared/ipc.ts'] },
  {
    files: 'src/renderer/state/',
    mayImport: ['svelte', 'src/shared/', 'src/renderer/api.ts', 'src/renderer/state/'],
  },
  { files: 'src/renderer/api.ts', mayImport: ['src/shared/'] },
  // What more than one view is made of …
  {
    files: 'src/renderer/parts/',
    mayImport: ['svelte', 'src/shared/', 'src/renderer/state/', 'src/renderer/parts/'],
  },
  {
    files: 'src/renderer/charts/',
    mayImport: [
      'svelte',
      'src/shared/',
      'src/renderer/state/',
      'src/renderer/parts/',
      'src/renderer/charts/',
    ],
  },
  {
    files: 'src/renderer/timeline/',
    mayImport: [
      'svelte',
      'src/shared/',
      'src/renderer/state/',
      'src/renderer/parts/',
      'src/renderer/timeline/',
    ],
  },
  // … and the views, none of which knows another.
  { files: 'src/renderer/lab/', mayImport: [...viewParts, 'src/renderer/lab/'] },
  { files: 'src/renderer/compare/', mayImport: [...viewParts, 'src/renderer/compare/'] },
  { files: 'src/renderer/scaling/', mayImport: [...viewParts, 'src/renderer/scaling/'] },
  { files: 'src/renderer/runs/', mayImport: [...viewParts, 'src/renderer/runs/'] },
  { files: 'src/renderer/export/', mayImport: [...viewParts, 'src/renderer/export/'] },
  { files: 'src/renderer/settings/', mayImport: [...viewParts, 'src/renderer/settings/'] },
  { files: 'src/renderer/palette/', mayImport: [...viewParts, 'src/renderer/palette/'] },
  { files: 'src/renderer/welcome/', mayImport: [...viewParts, 'src/renderer/welcome/'] },
  { files: 'src/renderer/header/', mayImport: [...viewParts, 'src/renderer/header/'] },
  {
    files: 'src/renderer/about/',
    mayImport: [...viewParts, 'src/renderer/lab/copy-text.ts', 'src/renderer/about/'],
  },
  { files: 'src/renderer/', mayImport: ['svelte', 'src/shared/', 'src/renderer/'] },
  // The report's viewer: what the Lab shows of one run, and nothing that asks the main process for anything.
  {
    files: 'src/viewer/',
    mayImport: [
      'svelte',
      'src/shared/',
      'src/renderer/lab/',
      'src/renderer/parts/',
      'src/renderer/state/',
      'src/renderer/styles/',
      'src/renderer/timeline/',
      'src/viewer/',
    ],
  },
]

/** Tests may also import what tests are made of. */
const testTools = [
  'vitest',
  'node:',
  'piscina',
  'pngjs',
  'ajv',
  'ajv-formats',
  'apache-arrow',
  'csv-parse',
  'fast-xml-parser',
  'hyparquet',
  'markdown-it',
  'pngjs',
  // The browser in which other people's viewers read what we wrote.
  '@playwright/test',
  'src/shared/analysis/',
  'src/main/',
  'src/renderer/',
]

const root = join(import.meta.dirname, '..')

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

const importPattern =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*\(?\s*['"]([^'"\s]+)['"]/gm

/** Everything that a file's text imports, as paths from the project's root or names of packages. */
function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const specifier = match[1] ?? match[2] ?? ''
    if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(file), specifier))
    if (specifier.startsWith('#shared/')) return specifier.replace('#shared/', 'src/shared/')
    return specifier
  })
}

function forbiddenImports(file: string, text: string): string[] {
  const layer = layers.find(({ files }) => file.startsWith(files))
  if (layer === undefined) return [`${file} is in no layer`]
  const allowed = /\.test\.(svelte\.)?ts$/.test(file) ? [...layer.mayImport, ...testTools] : layer.mayImport
  return importsOf(file, text)
    .filter(
      (imported) =>
        !allowed.some(
          (begin) =>
            imported === begin ||
            (/[/:]$/.test(begin) ? imported.startsWith(begin) : imported.startsWith(`${begin}/`)),
        ),
    )
    .map((imported) => `${file} imports ${imported}`)
}

describe('the import table', () => {
  const files = sourceFiles(join(root, 'src')).filter(
    // Checks of the sources themselves belong to no layer.
    (file) =>
      ![
        'src/layers.test.ts',
        'src/texts-in-code.test.ts',
        'src/texts-in-use.test.ts',
        'src/german-texts.test.ts',
      ].includes(file),
  )

  test('holds for every file', () => {
    const forbidden = files.flatMap((file) => forbiddenImports(file, readFileSync(join(root, file), 'utf8')))
    expect(forbidden).toEqual([])
  })

  test('has no row that no file needs', () => {
    const unused = layers.filter(
      (layer) => !files.some((file) => layers.find(({ files: begin }) => file.startsWith(begin)) === layer),
    )
    expect(unused).toEqual([])
  })

  test('sees through the ways in which a file can import', () => {
    const text = [
      "import { app } from 'electron'",
      "export * from '../main/window.ts'",
      "import type { Plan } from '#shared/model/plan.ts'",
      "const late = await import('piscina')",
      "import './side-effect.ts'",
      "import {\n  one,\n  two,\n} from './many.ts'",
    ].join('\n')
    expect(importsOf('src/shared/some.ts', text)).toEqual([
      'electron',
      'src/main/window.ts',
      'src/shared/model/plan.ts',
      'piscina',
      'src/shared/side-effect.ts',
      'src/shared/many.ts',
    ])
    expect(forbiddenImports('src/main/engine/some.ts', "import { app } from 'electron'")).toEqual([
      'src/main/engine/some.ts imports electron',
    ])
  })
})
