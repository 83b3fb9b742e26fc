import { InputError, messageInSentence } from '../../engine/input-error.ts'

/** Who takes a document's parts as they come. */
export interface DocumentTaker {
  /** Fields whose value, where it is a list, comes element by element. */
  readonly lists: ReadonlySet<string>
  /** One of `lists` begins; its elements follow. */
  beginList(list: string): void
  /** Any other field; `bytes` is what it took in the document. */
  takeField(name: string, value: unknown, bytes: number): void
  takeElement(list: string, position: number, value: unknown): void
}

/** Beyond any report's: a document that is deeper, or has larger parts or more fields, is something else. */
const mostDepth = 64
const mostPieceBytes = 1 << 23
const mostFields = 200
const mostElements = 5_000_000

const quotationMark = 0x22
const backslash = 0x5c
const comma = 0x2c
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

/** JSON's white space; the three bytes of a byte order mark pass for it before the document. */
function isBlank(byte: number, isBegun: boolean): boolean {
  if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return true
  return !isBegun && (byte === 0xef || byte === 0xbb || byte === 0xbf)
}

/**
 * Takes a JSON object apart while it is being read: into its fields, and lists that may be long into their elements, so that a document
 * never has to be in memory whole, nor what is nested without end be followed. Each part is parsed by `JSON.parse`.
 * Throws an `InputError` where the document is no JSON object; `what` names it in the sentence.
 */
export class DocumentSplitter {
  readonly #what: string
  readonly #taker: DocumentTaker
  readonly #names = new Set<string>()
  /** What has come of the part that is being gathered, in earlier chunks. */
  #gathered: Buffer[] = []
  #gatheredBytes = 0
  #depth = 0
  #isInText = false
  #isEscaped = false
  #isOver = false
  /** The list whose elements are being gathered, and how many there were; null: fields are. */
  #list: { readonly name: string; count: number } | null = null
  /** A list has just ended: only the next field may follow. */
  #isAfterList = false

  constructor(what: string, taker: DocumentTaker) {
    this.#what = what
    this.#taker = taker
  }

  /** The next bytes. They may be kept: the chunk must not be changed afterwards. */
  write(chunk: Buffer): void {
    // Where the part that is being gathered begins.
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false
        else if (byte === backslash) this.#isEscaped = true
        else if (byte === quotationMark) this.#isInText = false
        continue
      }
      if (this.#depth === 0) {
        if (isBlank(byte, this.#isOver)) continue
        if (byte !== openBrace || this.#isOver) this.#refuse()
        this.#depth = 1
        from = at + 1
        continue
      }
      switch (byte) {
        case quotationMark:
          this.#isInText = true
          break
        case openBrace:
        case openBracket:
          if (++this.#depth > mostDepth) this.#fail(`at most ${mostDepth} levels`, 'more')
          if (this.#depth === 2 && byte === openBracket && this.#beginList(chunk.subarray(from, at)))
            from = at + 1
          break
        case closeBrace:
        case closeBracket:
          if (this.#depth === this.#baseDepth) {
            this.#endPart(chunk.subarray(from, at), byte)
            from = at + 1
          }
          this.#depth--
          break
        case comma:
          if (this.#depth === this.#baseDepth) {
            this.#endPart(chunk.subarray(from, at), comma)
            from = at + 1
          }
          break
      }
    }
    if (this.#depth > 0) this.#gather(chunk.subarray(from))
  }

  /** Nothing more comes. */
  end(): void {
    if (!this.#isOver) this.#fail('a whole JSON document', 'one that breaks off')
  }

  get #baseDepth(): number {
    return this.#list === null ? 1 : 2
  }

  #fail(expected: string, got: string): never {
    throw new InputError(`${this.#what}: expected ${expected}, got ${got}.`)
  }

  #refuse(cause?: unknown): never {
    const reason = cause === undefined ? '' : ` (${messageInSentence(cause)})`
    throw new InputError(`${this.#what}: expected a JSON object, got something else${reason}.`, { cause })
  }

  #gather(piece: Buffer): void {
    this.#gatheredBytes += piece.length
    if (this.#gatheredBytes > mostPieceBytes)
      this.#fail(`fields and rows of at most ${mostPieceBytes >> 20} MiB`, 'a larger one')
    this.#gathered.push(piece)
  }

  /** The text gathered so far, with its last piece; the next begins. */
  #takeText(last: Buffer): string {
    this.#gather(last)
    const text = this.#gathered.length === 1 ? last.toString() : Buffer.concat(this.#gathered).toString()
    this.#gathered = []
    this.#gatheredBytes = 0
    return text
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch (error) {
      return this.#refuse(error)
    }
  }

  /** A list begins as a field's value. True where its elements are wanted one by one; else it is gathered with its field. */
  #beginList(last: Buffer): boolean {
    if (this.#isAfterList) this.#refuse()
    const gathered = [...this.#gathered, last]
    const [name] = Object.keys(this.#parse(`{${Buffer.concat(gathered).toString()}null}`) as object)
    if (name === undefined || !this.#taker.lists.has(name)) return false
    this.#noteName(name)
    this.#takeText(last)
    this.#list = { name, count: 0 }
    this.#taker.beginList(name)
    return true
  }

  #noteName(name: string): void {
    if (this.#names.has(name)) this.#fail(`one field ${JSON.stringify(name.slice(0, 40))}`, 'two')
    if (this.#names.size === mostFields) this.#fail('the fields of a run', `more than ${mostFields} fields`)
    this.#names.add(name)
  }

  /** A comma, or the bracket that ends what is being taken apart. */
  #endPart(last: Buffer, by: number): void {
    const text = this.#takeText(last)
    if (this.#list === null) {
      if (by === closeBracket) this.#refuse()
      this.#endField(text, by)
      if (by === closeBrace) this.#isOver = true
      return
    }
    if (by === closeBrace) this.#refuse()
    const { name, count } = this.#list
    // An empty list is the only one in which nothing may stand before the bracket.
    if (by !== closeBracket || count > 0 || text.trim() !== '') {
      if (count === mostElements) this.#fail(`lists of at most ${mostElements} entries`, 'a longer one')
      this.#list.count++
      this.#taker.takeElement(name, count, this.#parse(text))
    }
    if (by !== closeBracket) return
    this.#list = null
    this.#isAfterList = true
  }

  #endField(text: string, by: number): void {
    if (this.#isAfterList) {
      this.#isAfterList = false
      if (text.trim() !== '') this.#refuse()
      return
    }
    const [field] = Object.entries(this.#parse(`{${text}}`) as Record<string, unknown>)
    if (field === undefined) {
      if (by === comma || this.#names.size > 0) this.#refuse()
      return
    }
    this.#noteName(field[0])
    this.#taker.takeField(field[0], field[1], text.length)
  }
}
