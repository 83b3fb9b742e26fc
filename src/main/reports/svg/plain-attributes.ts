import { rootVariables, styleRules, type StyleRule, type StyleStep } from './style-rules.ts'

/** What SVG knows as attributes, too. */
const presentational = new Set([
  'fill',
  'fill-opacity',
  'font-size',
  'font-weight',
  'opacity',
  'paint-order',
  'shape-rendering',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
])

const tagPattern = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g
const attributePattern = /([\w:-]+)="([^"]*)"/g

/** An element that is open, and what those within it inherit of it. */
interface Context {
  readonly path: readonly StyleStep[]
  readonly variables: ReadonlyMap<string, string>
  /** By name and classes: the same element in the same place looks the same. */
  readonly within: Map<string, { readonly context: Context; readonly looks: ReadonlyMap<string, string> }>
}

function isStep(rule: StyleStep, element: StyleStep): boolean {
  return (
    (rule.tag === '' || rule.tag === element.tag) &&
    rule.classes.every((name) => element.classes.includes(name))
  )
}

/** Whether a rule's path leads to the last element of a path; steps in between may be left out. */
function leadsTo(rule: readonly StyleStep[], path: readonly StyleStep[]): boolean {
  const [last, element] = [rule.at(-1), path.at(-1)]
  if (last === undefined || element === undefined || !isStep(last, element)) return false
  let left = rule.length - 2
  for (let at = path.length - 2; at >= 0 && left >= 0; at--) {
    const [wanted, outer] = [rule[left], path[at]]
    if (wanted !== undefined && outer !== undefined && isStep(wanted, outer)) left--
  }
  return left < 0
}

/** Colours as every program reads them. */
function plainColor(value: string): string {
  return value.replace(/rgb\((\d+) (\d+) (\d+)\)/g, (_whole, ...channels: string[]) => {
    const codes = channels.slice(0, 3).map((channel) => Number(channel).toString(16).padStart(2, '0'))
    return `#${codes.join('')}`
  })
}

function resolved(value: string, variables: ReadonlyMap<string, string>): string {
  const found = /^var\((--[\w-]+)(?:,(.*))?\)$/.exec(value)
  if (found === null) return plainColor(value)
  const [, name = '', otherwise = 'none'] = found
  return resolved(variables.get(name) ?? otherwise, variables)
}

/**
 * Turns drawings that a style sheet of ours dresses into drawings that dress themselves: classes become attributes, as every program
 * reads them. Most know neither variables nor all selectors. Fed piece by piece, in order; a tag is never cut in two.
 */
export class PlainAttributes {
  readonly #rules: readonly StyleRule[]
  readonly #open: Context[]

  constructor(styleSheet: string) {
    this.#rules = styleRules(styleSheet)
    this.#open = [{ path: [], variables: rootVariables(styleSheet), within: new Map() }]
  }

  dress(piece: string): string {
    return piece.replace(tagPattern, (whole, slash: string, tag: string, attributes: string, end: string) => {
      if (slash === '/') {
        this.#open.pop()
        return whole
      }
      const given = new Map(
        [...attributes.matchAll(attributePattern)].map(([, name = '', value = '']) => [name, value]),
      )
      const { context, looks } = this.#enter(tag, given.get('class') ?? '')
      if (end === '') this.#open.push(context)
      given.delete('class')
      for (const [name, value] of looks) given.set(name, value)
      return `<${[tag, ...[...given].map(([name, value]) => `${name}="${value}"`)].join(' ')}${end}>`
    })
  }

  #enter(
    tag: string,
    classNames: string,
  ): { readonly context: Context; readonly looks: ReadonlyMap<string, string> } {
    const outer = this.#open.at(-1)
    if (outer === undefined) throw new Error(`Expected an open element around ${tag}`)
    const key = `${tag} ${classNames}`
    const known = outer.within.get(key)
    if (known !== undefined) return known
    const path = [...outer.path, { tag, classes: classNames.split(' ').filter((name) => name !== '') }]
    const declarations = new Map(
      this.#rules.filter((rule) => leadsTo(rule.path, path)).flatMap((rule) => rule.declarations),
    )
    const variables = new Map([
      ...outer.variables,
      ...[...declarations].filter(([name]) => name.startsWith('--')),
    ])
    const looks = new Map(
      [...declarations]
        .filter(([name]) => presentational.has(name))
        .map(([name, value]) => [name, resolved(value, variables)]),
    )
    const entered = { context: { path, variables, within: new Map() }, looks }
    outer.within.set(key, entered)
    return entered
  }
}
