/** One element of a document that has been read strictly. */
export interface ParsedElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: ParsedElement[]
  /** All text within, entities replaced. */
  text: string
}

const voids = new Set(['meta', 'link', 'br', 'img', 'input', 'hr'])
/** Their content is text up to the end tag. */
const raws = new Set(['style', 'script'])
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
])
const tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y
const attribute = /([\w:-]+)="([^"<]*)"/g

function plain(source: string): string {
  if (/[<>]/.test(source)) throw new Error(`Expected text, got ${source.slice(0, 80)}`)
  return source.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const character = entities.get(name)
    if (character === undefined || !whole.endsWith(';')) throw new Error(`Expected an entity, got ${whole}`)
    return character
  })
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(attribute)) {
    if (attributes.has(name)) throw new Error(`Expected ${name} once`)
    attributes.set(name, plain(value))
  }
  return attributes
}

/**
 * Reads a document by rules stricter than HTML's, for tests: every tag closed in its order, every attribute quoted and given
 * once, no entity but the five, no bare `<`, `>` or `&`. Throws at the first offence.
 */
export function parseStrictly(source: string): ParsedElement {
  const root: ParsedElement = { name: '#document', attributes: new Map(), children: [], text: '' }
  const open = [root]
  let at = source.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0
  const addText = (text: string): void => open.forEach((element) => (element.text += text))
  while (at < source.length) {
    const next = source.indexOf('<', at)
    addText(plain(source.slice(at, next === -1 ? source.length : next)))
    if (next === -1) break
    tag.lastIndex = next
    const found = tag.exec(source)
    if (found === null) throw new Error(`Expected a tag, got ${source.slice(next, next + 80)}`)
    const [whole, slash, name = '', attributes = '', selfClosing] = found
    at = next + whole.length
    if (slash === '/') {
      const closed = open.pop()
      if (closed?.name !== name) throw new Error(`Expected </${closed?.name ?? ''}>, got </${name}>`)
      continue
    }
    const element: ParsedElement = { name, attributes: attributesOf(attributes), children: [], text: '' }
    open.at(-1)?.children.push(element)
    if (selfClosing === '/' || voids.has(name)) continue
    open.push(element)
    if (!raws.has(name)) continue
    const end = source.indexOf(`</${name}`, at)
    if (end === -1) throw new Error(`Expected </${name}>`)
    element.text = source.slice(at, end)
    at = end
  }
  if (open.length !== 1) throw new Error(`Expected </${open.at(-1)?.name ?? ''}>, got the end`)
  return root
}

/** All elements of a name, in order. */
export function findAll(element: ParsedElement, name: string): ParsedElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ])
}
