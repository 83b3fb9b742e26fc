import type { Preset } from '#shared/model/preset.ts'
import type { Fraction } from '#shared/model/units.ts'

/** The preset with about that share of each group's tasks, at least one of each; itself where nothing is to be left out. */
export function shortenPreset(preset: Preset, share: Fraction): Preset {
  if (share >= 1) return preset
  const groups = preset.groups.map((group) => ({
    ...group,
    count: Math.max(1, Math.floor(group.count * share)),
  }))
  const isShorter = groups.some(({ count }, at) => count !== preset.groups[at]?.count)
  return isShorter ? { ...preset, groups } : preset
}
