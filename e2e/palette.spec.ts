import { expect, test } from './app.ts'

test('whatever can be done is found by its name and done without a mouse, in every view', async ({ app }) => {
  const { page } = app
  const open = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await expect(app.part('palette-input')).toBeFocused()
    await page.keyboard.type(words)
  }
  const first = app.part('palette-option').first()

  await open('')
  await expect(app.part('palette')).toContainText('Ctrl+O')
  await app.screenshot('palette')
  await page.keyboard.type('zzz')
  await expect(app.part('palette-none')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(app.part('palette')).toBeHidden()

  // What cannot be done now says why, and does nothing.
  await open('cancel')
  await expect(first).toContainText('Nothing is under way')
  await page.keyboard.press('Enter')
  await expect(app.part('palette')).toBeVisible()
  await page.keyboard.press('Escape')

  await open('straggler')
  await page.keyboard.press('Enter')
  await expect(app.part('preset-picker')).toHaveAttribute('data-value', 'straggler')
  await open('strategy sequ')
  await page.keyboard.press('Enter')
  await expect(app.part('strategy-picker')).toHaveAttribute('data-value', 'sequential')
  await open('show comp')
  await page.keyboard.press('Enter')
  await expect(app.part('compare-view')).toBeVisible()
  await open('preset waiting')
  await page.keyboard.press('Enter')
  await expect(app.part('compare-preset-picker')).toHaveAttribute('data-value', 'waiting')

  await open('about')
  await page.keyboard.press('Enter')
  await expect(app.part('about-versions')).toContainText('Electron')
  await page.keyboard.press('Escape')
  await expect(app.part('compare-view')).toBeVisible()
})

test('a preset and a strategy explain themselves where they are chosen, by key and for who does not see them', async ({
  app,
}) => {
  const { page } = app
  const picker = app.part('preset-picker')
  await picker.focus()
  await expect(picker).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowDown')
  await expect(picker).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('listbox', { name: 'Preset' }).getByRole('option')).not.toHaveCount(0)
  await page.keyboard.type('mi')
  await expect(app.part('preset-picker-details')).toContainText('as in a real program')
  await expect(app.part('preset-picker-details')).toContainText('one event loop, all at once')
  await app.screenshot('preset-choices')
  await page.keyboard.press('Escape')
  await expect(picker).toHaveAttribute('data-value', 'course-demo')
  await expect(picker).toBeFocused()

  await app.part('strategy-picker').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await expect(app.part('strategy-picker-details')).toContainText('child processes, one per core')
  await page.keyboard.press('Enter')
  await expect(app.part('strategy-picker')).toHaveAttribute('data-value', 'processes')

  await page.keyboard.press('?')
  await expect(app.part('help')).toContainText('Command palette')
  await page.keyboard.press('Escape')
})
