import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { reportFormats } from '../src/shared/model/report-format.ts'
import { expect, launchApp, test } from './app.ts'

/** Every call that names an address, of any thread of any process, with what its socket is (-yy). */
const watch = ['-f', '-qq', '-yy', '--seccomp-bpf', '-e', 'trace=connect,sendto,sendmsg,sendmmsg']

/** Why these calls cannot be watched here; null: they can. */
const whyNotWatched =
  process.platform !== 'linux'
    ? 'strace is for Linux'
    : spawnSync('strace', [...watch, 'true']).status === 0
      ? null
      : 'strace is missing, or must not be used here'

/**
 * What of a record by strace names another machine, or asks somebody for an address: internet addresses that are not loopback, and name servers
 * wherever they are (port 53, mDNS, LLMNR, the sockets of systemd-resolved and Avahi; nscd's is asked for users, too). To connect a UDP socket
 * sends nothing, and is how Chromium asks the kernel whether there is a way to IPv6 (net/dns/host_resolver_manager.cc): it counts only where
 * something is sent then.
 */
function reachingOut(record: string): string[] {
  return record.split('\n').filter((line) => {
    if (/htons\((?:53|5353|5355)\)|systemd\/resolve|avahi/.test(line)) return true
    if (/ connect\(\d+<UDP/.test(line)) return false
    const isNamed =
      /sa_family=AF_INET/.test(line) &&
      !/inet_addr\("127\.|inet_pton\(AF_INET6, "(?:::1|::ffff:127\.[\d.]+)"/.test(line)
    const isSentOnConnected = / send\w+\(\d+<UDP/.test(line) && !line.includes('sa_family=')
    return isNamed || isSentOnConnected
  })
}

/** Runs the rest of its arguments in a network of its own, whose only way out is its own loopback: TEST-NET-1 lies there, too. */
const inNetworkOfItsOwn = [
  ...(process.getuid?.() === 0 ? ['-n'] : ['-r', '-n']),
  'sh',
  '-c',
  'ip link set lo up && ip addr add 192.0.2.0/24 dev lo && exec "$@"',
  'sh',
]

test('the watch on the network sees what reaches out', ({ folder }) => {
  test.skip(whyNotWatched !== null, whyNotWatched ?? '')
  const whyNoNetwork =
    spawnSync('unshare', [...inNetworkOfItsOwn, 'true']).status === 0
      ? ''
      : 'no network of its own can be made here'
  test.skip(whyNoNetwork !== '', whyNoNetwork)
  const record = join(folder, 'reaching-out.txt')
  // The third is sent on a connected socket, the fourth not at all. Addresses of TEST-NET-1, where nobody is (RFC 5737), and a name that cannot be (RFC 2606), asked of a resolver that is not there.
  const script = `
    const { connect } = require('node:net')
    const udp = () => require('node:dgram').createSocket('udp4').on('error', () => {})
    connect(9, '192.0.2.1').on('error', () => {}).unref()
    const first = udp()
    first.send('x', 9, '192.0.2.2', () => first.close())
    const one = udp()
    one.connect(9, '192.0.2.3', () => one.send('x', () => one.close()))
    const other = udp()
    other.connect(9, '192.0.2.4', () => other.close())
    connect(9, '127.0.0.1').on('error', () => {})
    const resolver = new (require('node:dns').Resolver)({ timeout: 1, tries: 1 })
    resolver.setServers(['127.0.0.1:53'])
    resolver.resolve4('nowhere.invalid', () => {})`
  execFileSync('unshare', [
    ...inNetworkOfItsOwn,
    'strace',
    ...watch,
    '-o',
    record,
    process.execPath,
    '-e',
    script,
  ])
  const seen = reachingOut(readFileSync(record, 'utf8'))
  const isSeen = (what: string): boolean => seen.some((line) => line.includes(what))
  const reached = ['192.0.2.1', '192.0.2.2', 'msg_name=NULL', 'htons(53)']
  const notReached = ['192.0.2.4', 'htons(9), sin_addr=inet_addr("127.0.0.1")']
  expect([...reached, ...notReached].filter(isSeen)).toEqual(reached)
})

test('from start to end, app and command line reach nothing but this machine, and resolve no name', async ({
  folder,
}) => {
  test.skip(whyNotWatched !== null, whyNotWatched ?? '')
  const record = join(folder, 'network.txt')
  const program = join(folder, 'watched-electron')
  // Where Electron is: the package says so, whatever the environment has put in its place.
  const electron = createRequire(import.meta.url)('electron') as unknown as string
  writeFileSync(program, `#!/bin/sh\nexec strace ${watch.join(' ')} -o '${record}' '${electron}' "$@"\n`)
  chmodSync(program, 0o755)

  const app = await launchApp(join(folder, 'settings'), program)
  // With downloads, from the content server on this machine.
  await app.runToEnd('course-demo', 'hybrid')
  const out = join(folder, 'out')
  mkdirSync(out)
  await app.exportRun(reportFormats, out)
  await app.closeExport()
  await app.chooseComparison('small-pool', ['hybrid', 'threads'], 1)
  await app.part('compare-start').click()
  await app.waitForComparison('completed')
  await app.electron.close()
  expect(app.complaints).toEqual([])

  const ofApp = readFileSync(record, 'utf8')
  // It was watched: the downloads are there.
  const download =
    /connect\(\d+<TCP[^>]*>, \{sa_family=AF_INET, sin_port=htons\(\d+\), sin_addr=inet_addr\("127\.0\.0\.1"\)/
  expect(ofApp).toMatch(download)
  expect(reachingOut(ofApp)).toEqual([])

  const cliRecord = join(folder, 'cli.txt')
  const commandLine = [
    'out/main/cli.js',
    'run',
    'course-demo',
    '--no-save',
    '--json',
    join(folder, 'cli.json'),
  ]
  execFileSync('strace', [...watch, '-o', cliRecord, process.execPath, ...commandLine], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'ignore',
  })
  const ofCommandLine = readFileSync(cliRecord, 'utf8')
  expect(ofCommandLine).toMatch(download)
  expect(reachingOut(ofCommandLine)).toEqual([])
})
