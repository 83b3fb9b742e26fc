import { expect, test } from 'vitest'
import { defaultAppSettings } from './model/app-settings.ts'
import { settledOptions } from './settled-options.ts'

test('only settings that are set become defaults of runs', () => {
  expect(settledOptions({ ...defaultAppSettings, sampleHz: 20 })).toEqual({ sampleHz: 20 })
})
