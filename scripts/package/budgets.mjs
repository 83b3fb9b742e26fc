/**
 * Most that each target may take, in MB (1,000,000 bytes). Measured on Linux with the fallback runtime: app 11, folder 245, deb 108 (quick
 * compression), tar.gz 95. The rest is room for a newer Electron, and estimated; what is over its budget has something in it that should not be.
 */
export const budgetsMb = {
  /** What is ours: code, pages, presets, dependencies. */
  app: 14,
  dir: 340,
  deb: 140,
  'tar.gz': 150,
  AppImage: 150,
  rpm: 140,
  dmg: 160,
  zip: 170,
  nsis: 130,
  portable: 130,
}
