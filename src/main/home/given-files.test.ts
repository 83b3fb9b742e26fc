import { expect, test } from 'vitest'
import { givenFiles } from './given-files.ts'

test('files are told from options and from the app itself, and are found from where the app was started', () => {
  const at = { workingFolder: '/home/ada', appFolder: '/opt/app' }
  expect([
    givenFiles(['/usr/bin/taskscope-desktop'], at),
    givenFiles(
      ['electron', '/opt/app', '--user-data-dir=/tmp/x', 'a.taskscope', '--inspect', '/b/c.json'],
      at,
    ),
    givenFiles(['taskscope-desktop', '../eve/b.html', '', '--', '-odd.json'], at),
    givenFiles(['taskscope-desktop', 'file:///home/eve/c%20d.json', 'file://host/e.json'], at),
    givenFiles(['electron', '.', 'x.json'], { workingFolder: '/opt/app', appFolder: '/opt/app' }),
  ]).toEqual([
    [],
    ['/home/ada/a.taskscope', '/b/c.json'],
    ['/home/eve/b.html', '/home/ada/-odd.json'],
    ['/home/eve/c d.json', '/home/ada/file:/host/e.json'],
    ['/opt/app/x.json'],
  ])
})
