import { app, session } from 'electron'

/** Refuses whatever a window of ours never needs: other pages, new windows, web views, permissions, downloads. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
      // Copying the task table as text is the one thing that the page asks for.
      answer(permission === 'clipboard-sanitized-write')
    })
    session.defaultSession.setPermissionCheckHandler(
      (_contents, permission) => permission === 'clipboard-sanitized-write',
    )
    session.defaultSession.on('will-download', (event) => event.preventDefault())
  })
}
