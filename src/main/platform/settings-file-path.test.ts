import { expect, test } from 'vitest'
import { settingsFilePath } from './settings-file-path.ts'

const at = (platform: string, environment: Record<string, string> = {}): string =>
  settingsFilePath({ platform, environment, home: platform === 'win32' ? 'C:\\Users\\Ada' : '/home/ada' })

test('settings lie where each platform keeps them, and where the environment says', () => {
  expect([
    at('linux'),
    at('linux', { XDG_CONFIG_HOME: '/etc/ada' }),
    at('linux', { XDG_CONFIG_HOME: 'relative' }),
    at('linux', { XDG_CONFIG_HOME: '' }),
    at('darwin', { XDG_CONFIG_HOME: '/etc/ada' }),
    at('win32'),
    at('win32', { APPDATA: 'D:\\Roaming' }),
    at('linux', { TASKSCOPE_SETTINGS: '/tmp/mine.json' }),
    at('linux', { TASKSCOPE_SETTINGS: '' }),
  ]).toEqual([
    '/home/ada/.config/taskscope/settings.json',
    '/etc/ada/taskscope/settings.json',
    '/home/ada/.config/taskscope/settings.json',
    '/home/ada/.config/taskscope/settings.json',
    '/home/ada/Library/Application Support/Taskscope/settings.json',
    'C:\\Users\\Ada\\AppData\\Roaming\\Taskscope\\settings.json',
    'D:\\Roaming\\Taskscope\\settings.json',
    '/tmp/mine.json',
    '/home/ada/.config/taskscope/settings.json',
  ])
})
