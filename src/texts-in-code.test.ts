import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'svelte/compiler'
import { expect, test } from 'vitest'

/** Attributes that people read or hear; of components, what they are called there. */
const readAttributes = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'explanation',
  'unit',
  'text',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
])

/** What is the same in every language: names, units, what keys and files are called, what stands in a file. */
const exceptions = new Set([
  ...['ms', 'Hz', 'GiB'],
  // Of CSS, and of a context: nobody reads them.
  ...['not all', '11px system-ui, "Segoe UI", "Liberation Sans", sans-serif', 'current track'],
])

/** What these are given is for the browser, or for developers. */
const silentCalls = new Set([
  'matchMedia',
  'matches',
  'closest',
  'querySelector',
  'querySelectorAll',
  'warn',
  'error',
])

/** A node of Svelte's or ESTree's: all that is asked of it is read below. */
type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Two letters in a row: signs and single letters are no words. */
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text)
/** Two words in a row, or something that goes on: no name of a thing in code looks so. */
const isSentence = (text: string): boolean => /\p{L}[,:;]? \p{L}/u.test(text) || /\p{L}…/u.test(text)

/** Where words are raw: as text of a page, in what people read of an element, or as sentences anywhere in code. */
class RawTexts {
  readonly found: string[] = []

  #note(text: string): void {
    const plain = text.replace(/\s+/g, ' ').trim()
    if (!exceptions.has(plain)) this.found.push(plain)
  }

  /** What an expression may say by itself: not what it compares, looks up or calls. */
  #sayings(node: unknown): void {
    if (!isNode(node)) return
    if (node['type'] === 'Literal' && typeof node['value'] === 'string' && hasWord(node['value']))
      this.#note(node['value'])
    if (node['type'] === 'TemplateElement') this.#template(node, hasWord)
    if (node['type'] === 'ConditionalExpression') {
      this.#sayings(node['consequent'])
      this.#sayings(node['alternate'])
    }
    if (node['type'] === 'LogicalExpression') this.#sayings(node['right'])
    if (node['type'] === 'TemplateLiteral')
      for (const part of node['quasis'] as readonly unknown[]) this.#sayings(part)
  }

  #template(node: Node, isMeant: (text: string) => boolean): void {
    const { raw } = node['value'] as { readonly raw: string }
    if (isMeant(raw)) this.#note(raw)
  }

  /** All parts of an attribute that people read. */
  #attribute(value: unknown): void {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (!isNode(part)) continue
      if (part['type'] === 'Text' && hasWord(String(part['data']))) this.#note(String(part['data']))
      else this.#sayings(part['expression'])
    }
  }

  visit(node: unknown): void {
    if (Array.isArray(node)) {
      node.forEach((part: unknown) => this.visit(part))
      return
    }
    if (!isNode(node)) return
    const type = String(node['type'])
    // Types say nothing, nor does what is said to developers.
    if (
      /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)|^ImportDecl|^ThrowS|^Comment$|^StyleS/.test(
        type,
      )
    )
      return
    if (type === 'CallExpression' && isNode(node['callee'])) {
      const { property, name } = node['callee']
      if (silentCalls.has(String(isNode(property) ? property['name'] : name))) return
    }
    if (type === 'NewExpression' && isNode(node['callee']) && node['callee']['name'] === 'Error') return
    if (type === 'Attribute' && /^(class|style)$/.test(String(node['name']))) return
    if (type === 'StyleDirective') return
    if (type === 'Attribute' && readAttributes.has(String(node['name']))) this.#attribute(node['value'])
    else if (type === 'Attribute') {
      // Not read, but what it does when something happens may say something.
      const parts = Array.isArray(node['value']) ? (node['value'] as readonly unknown[]) : [node['value']]
      for (const part of parts) if (isNode(part)) this.visit(part['expression'])
      return
    } else if (type === 'Text' && hasWord(String(node['data']))) this.#note(String(node['data']))
    else if (type === 'ExpressionTag') this.#sayings(node['expression'])
    else if (type === 'Literal' && typeof node['value'] === 'string' && isSentence(node['value']))
      this.#note(node['value'])
    else if (type === 'TemplateElement') this.#template(node, isSentence)
    for (const [key, part] of Object.entries(node)) if (isNode(part) && key !== 'metadata') this.visit(part)
  }
}

/** Words in a source that are not in the catalogue, each once. */
function rawTexts(source: string, isComponent: boolean): readonly string[] {
  const page = parse(isComponent ? source : `<script lang="ts">\n${source}\n</script>`, { modern: true })
  const raw = new RawTexts()
  raw.visit(page.fragment)
  raw.visit(page.instance?.content)
  raw.visit(page.module?.content)
  return [...new Set(raw.found)]
}

test('what is raw in a component is found, wherever it stands', () => {
  const component = `<script lang="ts">
    const greeting = 'Good morning to all'
    const kind: 'two words' = 'key'
    console.warn('only developers read this')
  </script>
  <p class="muted small" title="A hint" aria-label={kind === 'key' ? 'yes' : \`no \${kind}\`}>Hello {kind === 'x' ? 'there' : greeting}</p>
  <Part label="Height" about="run" />`
  expect(rawTexts(component, true)).toEqual([
    'A hint',
    'yes',
    'no',
    'Hello',
    'there',
    'Height',
    'Good morning to all',
  ])
})

test('everything that people read in window and report comes from the catalogue', () => {
  const root = import.meta.dirname
  const files = ['renderer', 'viewer']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.(svelte|ts)$/.test(file) && !/\.test\.ts$|\.d\.ts$|fake-[^/]*$/.test(file))
  const raw = files.flatMap((file) =>
    rawTexts(readFileSync(join(root, file), 'utf8'), file.endsWith('.svelte')).map(
      (text) => `${file}: ${text}`,
    ),
  )
  expect(files.length).toBeGreaterThan(200)
  expect(raw.sort()).toEqual([])
})
