import { expect, test } from 'vitest'
import { runsFolder } from './runs-folder.ts'

test('runs are kept below the folder that each system has for a user’s data', () => {
  const folder = (platform: string, environment: Record<string, string> = {}): string =>
    runsFolder({ platform, environment, home: platform === 'win32' ? 'C:\\Users\\Ann' : '/home/ann' })
  expect([
    folder('linux'),
    folder('linux', { XDG_DATA_HOME: '/data' }),
    folder('linux', { XDG_DATA_HOME: 'data' }),
    folder('linux', { XDG_DATA_HOME: '' }),
    folder('freebsd'),
    folder('darwin', { XDG_DATA_HOME: '/data' }),
    folder('win32'),
    folder('win32', { LOCALAPPDATA: 'D:\\Local' }),
  ]).toEqual([
    '/home/ann/.local/share/taskscope/runs',
    '/data/taskscope/runs',
    '/home/ann/.local/share/taskscope/runs',
    '/home/ann/.local/share/taskscope/runs',
    '/home/ann/.local/share/taskscope/runs',
    '/home/ann/Library/Application Support/Taskscope/runs',
    'C:\\Users\\Ann\\AppData\\Local\\Taskscope\\runs',
    'D:\\Local\\Taskscope\\runs',
  ])
})

test('who says where, is obeyed', () => {
  expect([
    runsFolder({ platform: 'linux', environment: { TASKSCOPE_RUNS: '/some/where/' } }),
    runsFolder({ platform: 'linux', environment: { TASKSCOPE_RUNS: '' }, home: '/h' }),
    runsFolder({ platform: 'linux', environment: { TASKSCOPE_RUNS: '/some/where' }, settled: '/settled' }),
    runsFolder({ platform: 'linux', environment: {}, settled: '/settled' }),
    runsFolder({ platform: 'linux', environment: {}, home: '/h', settled: 'relative' }),
  ]).toEqual([
    '/some/where',
    '/h/.local/share/taskscope/runs',
    '/some/where',
    '/settled',
    '/h/.local/share/taskscope/runs',
  ])
})
