import { expect, test } from 'vitest'
import { english } from './english/index.ts'
import { german } from './german/index.ts'
import { useLanguage } from './texts.ts'

type Message = string | ((...parameters: never[]) => unknown)

/** Every message of a catalogue by its path: "lab.run". What is neither a text nor a function of one is no message. */
function messagesOf(part: unknown, path = ''): readonly (readonly [path: string, message: Message])[] {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part === 'function') return [[path, part as Message]]
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    messagesOf(value, path === '' ? key : `${path}.${key}`),
  )
}

/** What a message says; of a function, with something that is not to be mistaken in place of each parameter. */
function said(message: Message): string {
  if (typeof message === 'string') return message
  const say = message as (...parameters: unknown[]) => unknown
  for (const parameter of ['‹›', 3, ['‹›', '‹›']]) {
    try {
      const sentence = say(...Array.from({ length: message.length }, () => parameter))
      if (typeof sentence === 'string' && !sentence.includes('undefined')) return sentence
    } catch {
      // It takes another kind of parameter.
    }
  }
  return ''
}

const inEnglish = new Map(messagesOf(english))
const inGerman = new Map(messagesOf(german))

/** What people call the same in both languages, or what is no word: names, signs, units, terms of the field. */
const sameInBoth = new Set([
  ...[
    'Alt',
    'Esc',
    'Tab',
    'English',
    'Deutsch',
    'Taskscope',
    'Amdahl',
    'USL',
    'Version',
    'System',
    'Problem',
  ],
  ...['Pause', 'Export', 'Starts', 'Threads', 'Hybrid', 'JSON', 'OpenMetrics', 'speedscope.app'],
  ...['DuckDB, pandas, Polars, Spark', '/proc/stat', 'os.cpus()', 'Plan', 'Perfetto, chrome://tracing'],
  // Kinds of task, executors and policies are called in runs, presets and on the command line what they are called here.
  ...['async', 'blocking', 'cpu', 'main-line', 'loop', 'threads', 'processes'],
  ...['fifo', 'priority', 'shortest-first', 'longest-first'],
])

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text.replaceAll('‹›', ''))

test('both catalogues have the same messages, with as many parameters each', () => {
  const shape = (messages: ReadonlyMap<string, Message>): readonly string[] =>
    [...messages]
      .map(([path, message]) => `${path} ${typeof message === 'string' ? 'text' : message.length}`)
      .sort()
  expect(shape(inGerman)).toEqual(shape(inEnglish))
})

test('no German message is empty where the English one is not', () => {
  const empty = [...inEnglish].flatMap(([path, message]) =>
    message !== '' && inGerman.get(path) === '' ? [path] : [],
  )
  expect(empty).toEqual([])
})

test('no German message is the English one, but for words that both languages share', () => {
  const untranslated = [...inEnglish].flatMap(([path, message]) => {
    const text = said(message)
    useLanguage('de')
    const german = said(inGerman.get(path) ?? '')
    useLanguage('en')
    return hasWords(text) && text === german && !sameInBoth.has(text) ? [`${path}: ${text}`] : []
  })
  expect(untranslated).toEqual([])
})

test('German quotation marks are German, and nobody is addressed formally', () => {
  const wrong = [...inGerman].flatMap(([path, message]) => {
    const text = said(message)
    const isFormal = /(?<!^|[.:!?„] )\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/u.test(text)
    return isFormal || /“[^“„]*”|"[^"]*"/u.test(text) ? [`${path}: ${text}`] : []
  })
  expect(wrong).toEqual([])
})
