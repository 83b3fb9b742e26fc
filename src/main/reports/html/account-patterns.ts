import { accountEntries, type AccountEntry } from '#shared/model/account.ts'
import type { colors } from './colors.ts'
import { markup, Markup } from './markup.ts'

/** How an entry looks: a colour, and a pattern that tells it from the others where there is no colour, as on grey paper. */
interface Look {
  readonly color: keyof typeof colors
  /** How dense the ground is, 0 to 1. */
  readonly ground: number
  /** Lines within a square of 8 × 8 that repeats. */
  readonly lines: string
  readonly width?: number
}

const looks: Readonly<Record<AccountEntry, Look>> = {
  cpu: { color: 'hue-1', ground: 1, lines: '' },
  'garbage-collection': { color: 'hue-7', ground: 0.25, lines: 'M0 0L8 8M8 0L0 8' },
  ready: { color: 'hue-6', ground: 0.3, lines: 'M-2 2L2 -2M0 8L8 0M6 10L10 6', width: 2 },
  'own-cost': { color: 'hue-4', ground: 0.3, lines: 'M1 2h2M5 6h2', width: 2 },
  'input-output': { color: 'hue-3', ground: 0.2, lines: 'M0 2H8M0 6H8', width: 1.5 },
  timer: { color: 'hue-5', ground: 0.2, lines: 'M2 0V8M6 0V8', width: 1.5 },
  queue: { color: 'queue', ground: 0.12, lines: 'M0 4H5', width: 1.5 },
  'start-up': { color: 'hue-8', ground: 0.25, lines: 'M-2 6L2 10M0 0L8 8M6 -2L10 2', width: 2 },
  scheduling: { color: 'hue-2', ground: 0.35, lines: 'M0 4H8M4 0V8', width: 1 },
  idle: { color: 'lane', ground: 1, lines: '' },
  others: { color: 'mixed', ground: 0.75, lines: '' },
  unexplained: { color: 'danger', ground: 0.08, lines: 'M0 6L2 2L4 6L6 2L8 6', width: 1.5 },
}

/** What an entry's rectangle is filled with. */
export function accountFill(entry: AccountEntry): Markup {
  return new Markup(`url(#account-${entry})`)
}

function accountClass(entry: AccountEntry): string {
  return `account-${entry}`
}

/** The colours of the patterns: in the style sheet, for the page allows no style of an element's own. */
export function accountColors(): string {
  return accountEntries
    .map((entry) => {
      const color = `var(--${looks[entry].color})`
      return `rect.${accountClass(entry)}{fill:${color}}path.${accountClass(entry)}{fill:none;stroke:${color}}`
    })
    .join('')
}

/** The patterns, to be referred to by every bar and swatch of the page. */
export function accountPatterns(): Markup {
  const patterns = accountEntries.map((entry) => {
    const { ground, lines, width } = looks[entry]
    const drawn =
      lines === ''
        ? null
        : markup`<path class="${accountClass(entry)}" d="${lines}" stroke-width="${width ?? 1}"/>`
    return markup`<pattern id="account-${entry}" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="${accountClass(entry)}" width="8" height="8" fill-opacity="${ground}"/>${drawn}</pattern>`
  })
  return markup`<svg class="shapes" width="0" height="0" aria-hidden="true"><defs>${patterns}</defs></svg>`
}
