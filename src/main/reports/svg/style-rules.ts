/** A rule of a style sheet that speaks of elements by their names and classes, and of what they lie within. */
export interface StyleRule {
  /** From the outermost to the element itself. */
  readonly path: readonly StyleStep[]
  readonly declarations: readonly (readonly [property: string, value: string])[]
}

export interface StyleStep {
  /** Empty: any. */
  readonly tag: string
  readonly classes: readonly string[]
}

const step = /^([a-z]*)((?:\.[\w-]+)*)$/

/** A selector's steps; null where it says what cannot be told here (states, siblings, attributes). */
function pathOf(selector: string): StyleStep[] | null {
  const steps: StyleStep[] = []
  for (const text of selector.trim().split(/\s+/)) {
    const found = step.exec(text)
    if (found === null || text === '') return null
    steps.push({ tag: found[1] ?? '', classes: (found[2] ?? '').split('.').slice(1) })
  }
  return steps
}

function declarationsOf(text: string): [string, string][] {
  return text.split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':')
    return colon === -1 ? [] : [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]]
  })
}

/** How much a rule counts against others that hold for the same element (CSS Selectors 3, 9). */
function weight({ path }: StyleRule): number {
  return path.reduce((sum, { tag, classes }) => sum + classes.length * 100 + (tag === '' ? 0 : 1), 0)
}

/**
 * The rules of one of our own style sheets, those that count for less first. Rules for certain media, and selectors of more than names and
 * classes, are left out.
 */
export function styleRules(styleSheet: string): StyleRule[] {
  const plain = styleSheet.replace(/@[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
  const rules = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', text = '']) => {
    const declarations = declarationsOf(text)
    return selectors.split(',').flatMap((selector): StyleRule[] => {
      const path = pathOf(selector)
      return path === null ? [] : [{ path, declarations }]
    })
  })
  // Sorting is stable: of equal weight, the later one counts.
  return rules.sort((one, other) => weight(one) - weight(other))
}

/** What stands under `:root`: names and values. */
export function rootVariables(styleSheet: string): Map<string, string> {
  const text = /:root\{([^{}]*)\}/.exec(styleSheet)?.[1] ?? ''
  return new Map(declarationsOf(text).filter(([name]) => name.startsWith('--')))
}
