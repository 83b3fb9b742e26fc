import { findAll, type ParsedElement } from '../html/strict-parse.ts'

/** Everything within an element, in order, for tests. */
export function allWithin(element: ParsedElement): ParsedElement[] {
  return element.children.flatMap((child) => [child, ...allWithin(child)])
}

/** Elements with a class, in order. */
export function ofClass(element: ParsedElement, name: string): ParsedElement[] {
  return allWithin(element).filter(
    ({ attributes }) => attributes.get('class')?.split(' ').includes(name) === true,
  )
}

/** The section under a heading. Throws where there is none. */
export function sectionOf(page: ParsedElement, heading: string): ParsedElement {
  const section = findAll(page, 'section').find((candidate) => findAll(candidate, 'h2')[0]?.text === heading)
  if (section === undefined) throw new Error(`Expected a section ${heading}`)
  return section
}

/** A table's rows below its head, cell by cell, thin spaces as plain ones. */
export function cellsOf(table: ParsedElement): string[][] {
  return findAll(table, 'tr')
    .filter((row) => findAll(row, 'td').length > 0)
    .map((row) => row.children.map(({ text }) => text.replaceAll('\u202f', ' ')))
}

/** Ids that stand on the page more than once, and references to ones that do not stand there. */
export function brokenReferences(page: ParsedElement): {
  readonly twice: string[]
  readonly missing: string[]
} {
  const all = allWithin(page)
  const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? [])
  const wanted = all.flatMap(({ attributes }) => [
    ...(attributes.get('aria-labelledby')?.split(' ') ?? []),
    ...(attributes.get('href')?.slice(1) ?? '').split(' '),
    ...['fill', 'clip-path'].map((name) => /^url\(#(.*)\)$/.exec(attributes.get(name) ?? '')?.[1] ?? ''),
  ])
  return {
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    missing: wanted.filter((id) => id !== '' && !ids.includes(id)),
  }
}
