import { app, session, type Session, type WebContents } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** Copying the task table as text is the one thing that the page asks the system for. */
const onlyPermission = 'clipboard-sanitized-write'

/**
 * Chromium's own traffic, and names and addresses that a page might reach by ways that no policy of a page's governs. Set before the app is
 * ready. Node's side (the loopback content server) is not affected. Sources: Chromium's `content/public/common/content_switches.cc`,
 * `services/network/public/cpp/network_switches.cc`, `chrome/common/chrome_switches.cc`.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  // No component updates, no reports of failures, no pings.
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  // No search for a proxy's settings in the network.
  ['no-proxy-server'],
  // No name is resolved, and no address reached by its number.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

/** Whether a page of ours may load this: its own files, and the development tools theirs. */
function isOwnAddress(url: string): boolean {
  return ['data:', 'devtools:'].some((scheme) => url.startsWith(scheme)) || url.startsWith(`${appOrigin}/`)
}

/** Refuses whatever a window of ours never needs: other pages, new windows, web views. */
function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC, which no content security policy governs, has nothing to send by: only through a proxy, and there is none.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Refuses permissions, devices, downloads and every address but our own, whoever asks in this session. */
function lockSession(one: Session): void {
  one.setPermissionRequestHandler((_contents, permission, answer, { isMainFrame, requestingUrl }) =>
    answer(permission === onlyPermission && isMainFrame && requestingUrl.startsWith(`${appOrigin}/`)),
  )
  one.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, { isMainFrame }) =>
      permission === onlyPermission && isMainFrame && requestingOrigin.replace(/\/$/, '') === appOrigin,
  )
  one.setDevicePermissionHandler(() => false)
  one.on('will-download', (event) => event.preventDefault())
  // Beneath the pages' own policy: what it might let through ends here.
  one.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url) }))
  // It would fetch dictionaries.
  one.setSpellCheckerEnabled(false)
}

/**
 * Locks every window and session that there will be. Must run before the app is ready. `hasPages`: false where no page is ever loaded; then there is no
 * usual session either, which would write a profile.
 */
export function lockDown(hasPages: boolean): void {
  // Whoever starts it without (the tests, as root) could not start it otherwise.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  app.on('session-created', lockSession)
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  // Nobody is logged in anywhere from here, with no certificate of the user's.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault()
    answer()
  })
  if (hasPages) void app.whenReady().then(() => lockSession(session.defaultSession))
}
