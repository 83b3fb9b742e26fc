/** Whole numbers 0 to `below` - 1, seeded. */
type Random = (below: number) => number

const hugeText = 'x'.repeat(1 << 20)
const loneSurrogates = '\ud800\udc00\ud800'

function nested(depth: number): unknown {
  let value: unknown = null
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { options: value }
  return value
}

function cyclic(): unknown {
  const value: Record<string, unknown> = {}
  value['self'] = value
  value['options'] = value
  return value
}

const sparse = (): unknown[] => {
  const list: unknown[] = []
  list[9_999] = 'end'
  return list
}

/** An object whose own keys are what other objects inherit: parsed, because a literal's `__proto__` is no key. */
const prototypeTrick = (): unknown =>
  JSON.parse(
    '{"__proto__":{"isAdmin":true,"kind":"started"},"constructor":{"prototype":{"isAdmin":true}},"toString":1,"hasOwnProperty":null}',
  )

const paths = [
  '/etc/passwd',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  '//host/share',
  '/dev/zero',
  '/proc/self/mem',
  'C:\\Windows\\System32\\config\\SAM',
  'run\0.json',
  '.',
  '..',
  '~/.ssh/id_rsa',
  '$(touch /tmp/owned)',
  '; rm -rf /',
]

const texts = [
  '',
  '\0',
  loneSurrogates,
  '__proto__',
  'constructor',
  'toString',
  '\u202egnp.exe',
  '\x1b[2J\x1b]0;owned\x07',
  '<img src=x onerror=alert(1)>',
  '{{7*7}}',
  '-1',
  'null',
]

const numbers = [
  Number.NaN,
  Infinity,
  -Infinity,
  -0,
  -1,
  0.5,
  2 ** 53,
  1e308,
  Number.MIN_VALUE,
  2 ** 31,
  4_294_967_296,
]

const shapes: readonly ((random: Random) => unknown)[] = [
  () => undefined,
  () => null,
  (random) => random(2) === 0,
  (random) => numbers[random(numbers.length)],
  (random) => random(1 << 30),
  (random) => BigInt(random(1 << 30)),
  (random) => texts[random(texts.length)],
  (random) => paths[random(paths.length)],
  // Rarely: it is a megabyte.
  (random) => (random(50) === 0 ? hugeText : 'y'.repeat(random(200))),
  () => [],
  () => ({}),
  (random) => nested(1 + random(60)),
  cyclic,
  (random) => (random(20) === 0 ? sparse() : [undefined, null]),
  prototypeTrick,
  () => new Date(Number.NaN),
  () => new Map<unknown, unknown>([['presetId', 'course-demo']]),
  () => new Set(['a']),
  (random) => new Uint8Array(random(64)),
  () => new ArrayBuffer(8),
  () => new Error('Refused'),
  () => /(a+)+$/,
  (random) => Array.from({ length: random(40) }, () => random(100)),
  () => Object.create(null) as unknown,
]

/** A value of whatever kind, as it may come out of a structured clone. */
function anything(random: Random): unknown {
  return shapes[random(shapes.length)]?.(random)
}

const strangeKeys = ['__proto__', 'constructor', 'path', 'file', 'toString', '', '0', loneSurrogates]

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same but for one thing somewhere in it. */
function mutated(value: unknown, random: Random): unknown {
  if (random(4) === 0) return anything(random)
  if (Array.isArray(value)) {
    const at = random(value.length + 1)
    const list: unknown[] = [...(value as unknown[])]
    if (at === value.length) list.push(anything(random))
    else if (random(4) === 0) list.splice(at, 1)
    else list[at] = mutated(list[at], random)
    return list
  }
  if (isRecord(value)) {
    const entries = Object.entries(value)
    const at = random(entries.length + 1)
    const entry = entries[at]
    if (entry === undefined) {
      const key = strangeKeys[random(strangeKeys.length)] ?? ''
      // `fromEntries` makes a key of its own of every name, `__proto__` included.
      return Object.fromEntries([...entries, [key, anything(random)]])
    }
    if (random(6) === 0) return Object.fromEntries(entries.filter((_entry, other) => other !== at))
    return Object.fromEntries(
      entries.map(([key, old], other) => [key, other === at ? mutated(old, random) : old]),
    )
  }
  if (typeof value === 'string' && random(2) === 0) {
    const cut = random(value.length + 1)
    return value.slice(0, cut) + (texts[random(texts.length)] ?? '') + value.slice(cut)
  }
  if (typeof value === 'number' && random(2) === 0) return value * (random(7) - 3) + random(2) / 2
  return anything(random)
}

/**
 * What a hostile page might send instead of `valid`: now anything at all, now the valid argument with one to three things changed. It may happen to
 * be valid still. Seeded: a failure can be had again.
 */
export function fakeArgument(valid: unknown, random: Random): unknown {
  if (random(3) === 0) return anything(random)
  let value = valid
  for (let changes = 1 + random(3); changes > 0; changes--) value = mutated(value, random)
  return value
}
