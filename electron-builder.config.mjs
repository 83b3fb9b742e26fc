// What goes into packages, for all systems. `npm run package` calls electron-builder with it, target by target; the deb is made by
// scripts/package/deb.mjs from the same folder.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { identity, packageNames } from './scripts/package/identity.mjs'
import { inProject } from './scripts/setup/paths.mjs'

const isFallback = process.env.TASKSCOPE_RUNTIME === 'fallback'
const runtimeFolder = process.env.ELECTRON_OVERRIDE_DIST_PATH
const { version: shippedVersion } = JSON.parse(
  readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8'),
)
const electronVersion = isFallback
  ? readFileSync(join(runtimeFolder, 'version'), 'utf8').trim()
  : shippedVersion
const { stem } = packageNames({ kind: isFallback ? 'fallback' : 'shipped', version: electronVersion })

/** Notarised where the keys are at hand: see docs/packages.md. */
const canNotarise =
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'].every((name) => process.env[name]) ||
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'].every((name) => process.env[name])

/** A script that makes the command line out of the app: beside the program, or where the system expects it. */
const commandLine = (folder, name, to) =>
  existsSync(inProject('resources', folder, name)) ? [{ from: `resources/${folder}/${name}`, to }] : []

const runFiles = {
  ext: identity.runFileSuffix,
  name: 'Taskscope run',
  description: 'Taskscope run',
  mimeType: identity.mimeType,
  role: 'Viewer',
  rank: 'Owner',
}

export default {
  appId: identity.appId,
  productName: 'Taskscope',
  copyright: identity.copyright,
  executableName: identity.executable,
  artifactName: `${stem}-\${os}-\${arch}.\${ext}`,
  directories: { output: 'dist', buildResources: 'resources' },
  extraMetadata: { desktopName: `${identity.executable}.desktop` },

  electronVersion,
  // The fallback lies unpacked in a cache; the one that ships is fetched for each system and processor.
  ...(isFallback ? { electronDist: runtimeFolder } : {}),
  // All of our dependencies are plain JavaScript and WebAssembly.
  npmRebuild: false,
  // Texts of Chromium's own menus; ours are in the app.
  electronLanguages: ['en-US', 'en-GB', 'de'],

  // Everything runs from inside the archive, threads too: only what must be started by the system lies beside it.
  asar: true,
  files: [
    'out/{main,preload,renderer,viewer}/**',
    '!out/.*',
    'resources/presets/**',
    'resources/icon.png',
    'package.json',
    'NOTICES.md',
    // Of the dependencies only what runs.
    '!**/*.{map,ts,mts,cts,tsx,flow,markdown,coffee,tsbuildinfo}',
    '!node_modules/**/*.md',
    '!node_modules/**/{test,tests,__tests__,docs,doc,example,examples,benchmark,benchmarks,bench,.github}/**',
    // Types that a dependency lists as something that runs, and compiled code that none of ours asks for.
    '!node_modules/{@types,undici-types,@napi-rs}/**',
    '!node_modules/**/*.html',
    // The trash is a folder on Linux; on the other systems it is asked by a small program, which then lies outside of the archive.
    ...(process.platform === 'darwin' ? [] : ['!node_modules/trash/lib/macos-trash']),
    ...(process.platform === 'win32' ? [] : ['!node_modules/trash/lib/windows-trash.exe']),
  ],
  extraFiles: [{ from: 'LICENSE', to: 'LICENSE.txt' }],
  compression: 'normal',
  publish: null,

  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // Our windows load a snapshot of nobody else's code.
    loadBrowserProcessSpecificV8Snapshot: false,
    // Pages come from the app's own protocol.
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  /** A runtime that was made to be developed on brings an app of its own, which packages must not. */
  afterPack({ appOutDir, electronPlatformName }) {
    if (electronPlatformName !== 'linux') return
    for (const name of ['default_app.asar', 'default_app.asar.sha256'])
      rmSync(join(appOutDir, 'resources', name), { force: true })
  },

  linux: {
    target: ['AppImage', 'tar.gz', 'rpm'],
    icon: inProject('dist', '.icons', 'icon'),
    category: 'Development',
    synopsis: 'An oscilloscope for concurrent work',
    maintainer: identity.maintainer,
    vendor: 'The Taskscope authors',
    mimeTypes: [identity.mimeType],
    fileAssociations: [runFiles],
    syncDesktopName: true,
    desktop: {
      entry: {
        Keywords: 'concurrency;threads;async;scheduler;benchmark;profiler;',
        StartupWMClass: identity.executable,
      },
    },
    extraFiles: commandLine('linux', 'taskscope', 'taskscope'),
  },
  rpm: { packageName: 'taskscope' },

  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    icon: inProject('dist', '.icons', 'icon.icns'),
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'resources/mac/entitlements.plist',
    entitlementsInherit: 'resources/mac/entitlements.plist',
    notarize: canNotarise,
    fileAssociations: [{ ...runFiles, icon: inProject('dist', '.icons', 'run-file.icns') }],
    extraFiles: commandLine('mac', 'taskscope', 'Resources/bin/taskscope'),
  },

  win: {
    target: ['nsis', 'portable', 'zip'],
    icon: inProject('dist', '.icons', 'icon.ico'),
    fileAssociations: [{ ...runFiles, icon: inProject('dist', '.icons', 'run-file.ico') }],
    extraFiles: commandLine('windows', 'taskscope.cmd', 'taskscope.cmd'),
  },
  nsis: {
    artifactName: `${stem}-\${os}-\${arch}-setup.\${ext}`,
    oneClick: false,
    // File associations are kept for the whole machine, or not at all.
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: `${stem}-\${os}-\${arch}-portable.\${ext}` },
}
