/** Which rows of a list are selected, by what they show, so that sorting and searching change nothing about it. */
export interface RowSelection<Id> {
  readonly ids: ReadonlySet<Id>
  /** Where the keyboard stands; null: nowhere. */
  readonly cursor: Id | null
  /** Where a stretch of rows began. */
  readonly anchor: Id | null
}

/** How a row is chosen: alone, beside those that are selected, or with all rows from the anchor on. */
export type Choosing = 'only' | 'toggle' | 'extend'

export const noRows = { ids: new Set<never>(), cursor: null, anchor: null } as const

/** Exactly these, the first of them under the keyboard. */
export function onlyRows<Id>(ids: readonly Id[]): RowSelection<Id> {
  const cursor = ids[0] ?? null
  return { ids: new Set(ids), cursor, anchor: cursor }
}

/** All rows of the list; the keyboard stays where it is. */
export function allRows<Id>(selection: RowSelection<Id>, rows: readonly Id[]): RowSelection<Id> {
  return { ...selection, ids: new Set(rows) }
}

/** The selection after a row of the list was chosen. */
export function chooseRow<Id>(
  selection: RowSelection<Id>,
  rows: readonly Id[],
  id: Id,
  how: Choosing,
): RowSelection<Id> {
  if (how === 'toggle') {
    const ids = new Set(selection.ids)
    if (!ids.delete(id)) ids.add(id)
    return { ids, cursor: id, anchor: id }
  }
  const from = how === 'extend' && selection.anchor !== null ? rows.indexOf(selection.anchor) : -1
  const to = rows.indexOf(id)
  if (from < 0 || to < 0) return { ids: new Set([id]), cursor: id, anchor: id }
  const stretch = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set(stretch), cursor: id, anchor: selection.anchor }
}

/** The row so many steps from the cursor, within the list; null: the list is empty. */
export function neighbourRow<Id>(selection: RowSelection<Id>, rows: readonly Id[], steps: number): Id | null {
  const at = selection.cursor === null ? -1 : rows.indexOf(selection.cursor)
  const position = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + steps))
  return rows[position] ?? null
}

/** The selection without what is no longer there; the cursor moves to what has taken its row. */
export function withoutRows<Id>(
  selection: RowSelection<Id>,
  before: readonly Id[],
  gone: readonly Id[],
): RowSelection<Id> {
  const removed = new Set(gone)
  const ids = new Set([...selection.ids].filter((id) => !removed.has(id)))
  const { cursor, anchor } = selection
  if (cursor === null || !removed.has(cursor)) {
    return { ids, cursor, anchor: anchor !== null && removed.has(anchor) ? cursor : anchor }
  }
  const at = before.indexOf(cursor)
  const next =
    before.slice(at + 1).find((id) => !removed.has(id)) ??
    before.slice(0, Math.max(0, at)).findLast((id) => !removed.has(id)) ??
    null
  if (next !== null && ids.size === 0) ids.add(next)
  return { ids, cursor: next, anchor: next }
}
