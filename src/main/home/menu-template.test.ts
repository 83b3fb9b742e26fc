import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, expect, test } from 'vitest'
import { actionIds, actions } from '#shared/actions.ts'
import { languages } from '#shared/model/app-settings.ts'
import { useLanguage } from '#shared/texts/texts.ts'
import { withAccessKeys } from './access-keys.ts'
import { menuTemplate, recentMenuId, type MenuFacts } from './menu-template.ts'

afterEach(() => useLanguage('en'))

const told: string[] = []
const commands = {
  obey: (id: string) => told.push(id),
  openRecent: (id: string) => told.push(`recent ${id}`),
  clearRecent: () => told.push('clear'),
}

function build(facts: Partial<MenuFacts> = {}): MenuItemConstructorOptions[] {
  return menuTemplate(
    { platform: 'linux', appName: 'Taskscope', recent: [], isBusy: false, ...facts },
    commands,
  )
}

const itemsOf = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : []
const all = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...all(itemsOf(item))])
const click = (item: MenuItemConstructorOptions | undefined): void => {
  // What Electron would give it is not looked at.
  ;(item?.click as (() => void) | undefined)?.()
}

test('every action that belongs into a menu is there once, with its key, on every platform', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const items = all(build({ platform }))
    for (const id of actionIds) {
      const { menu, accelerator, isHeardByPage } = actions[id]
      const found = items.filter((item) => item.id === id)
      expect([platform, id, found.length]).toEqual([platform, id, menu === 'none' ? 0 : 1])
      const shown = accelerator === null || (isHeardByPage && platform === 'darwin') ? undefined : accelerator
      expect([id, found[0]?.accelerator, found[0]?.registerAccelerator]).toEqual([
        id,
        shown,
        shown !== undefined && isHeardByPage ? false : undefined,
      ])
      told.length = 0
      click(found[0])
      expect(told).toEqual(menu === 'none' ? [] : [id])
    }
  }
})

test('in each language no letter opens two menus, or two items of one', () => {
  for (const language of languages) {
    useLanguage(language)
    const recent = [{ id: '1', name: 'a & b.json', what: 'preset' as const }]
    const template = build({ recent })
    for (const items of [template, ...template.map(itemsOf)]) {
      const labels = items.flatMap(({ label }) => label ?? [])
      const letters = labels.map((label) => /&([^&])/.exec(label)?.[1]?.toLowerCase())
      expect([language, labels, new Set(letters).size]).toEqual([language, labels, labels.length])
      expect(letters).not.toContain(undefined)
    }
  }
  expect(withAccessKeys(['Copy', 'Cut', '', 'Paste', 'ut', 'tu'])).toEqual([
    '&Copy',
    'C&ut',
    '',
    '&Paste',
    'u&t',
    'tu',
  ])
})

test('macOS has settings, about and quit in the app’s own menu, and no letters that open items', () => {
  const [app, ...others] = build({ platform: 'darwin' })
  expect([app?.label, itemsOf(app ?? {}).flatMap(({ id, role }) => id ?? role ?? [])]).toEqual([
    'Taskscope',
    ['about', 'settings', 'services', 'hide', 'hideOthers', 'unhide', 'quit'],
  ])
  expect(all(others).filter(({ label }) => label?.includes('&') === true)).toEqual([])
  expect(itemsOf(build()[0] ?? {}).at(-1)).toMatchObject({ role: 'quit', label: '&Quit Taskscope' })
})

test('while something is under way it can be cancelled, and nothing can be run', () => {
  const enabled = (isBusy: boolean): unknown[] =>
    all(build({ isBusy })).flatMap(({ id, enabled: is }) => (id === 'run' || id === 'cancel' ? [id, is] : []))
  expect([enabled(false), enabled(true)]).toEqual([
    ['run', true, 'cancel', false],
    ['run', false, 'cancel', true],
  ])
})

test('recent files are offered by name, and can be cleared', () => {
  const recentOf = (facts: Partial<MenuFacts>): MenuItemConstructorOptions[] =>
    itemsOf(all(build(facts)).find(({ id }) => id === recentMenuId) ?? {})
  expect(recentOf({})).toEqual([{ label: 'Nothing opened yet', enabled: false }])
  const [file, , clear] = recentOf({ recent: [{ id: 'x', name: 'a & b.json', what: 'preset' }] })
  expect([file?.label, clear?.label]).toEqual(['a && b.json', 'Clear this list'])
  told.length = 0
  click(file)
  click(clear)
  expect(told).toEqual(['recent x', 'clear'])
})

test('the menu speaks the language in use', () => {
  useLanguage('de')
  const labels = all(build()).flatMap(({ label }) => label?.replace('&', '') ?? [])
  expect(labels).toEqual(
    expect.arrayContaining(['Datei', 'Zuletzt geöffnet', 'Taskscope beenden', 'Vollbild']),
  )
})
