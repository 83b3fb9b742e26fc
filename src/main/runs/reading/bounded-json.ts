import { InputError, messageInSentence } from '../../engine/input-error.ts'

/** Deeper than any document of ours by far. */
const mostDepth = 64
/** Values, each of which takes memory: a plan of as many groups as there can be has a third of this. */
const mostValues = 4_000_000

const quotationMark = 0x22
const backslash = 0x5c

/** What `JSON.parse` would make of the text is bounded: how deep it is nested, and how many values it has. */
function checkBounds(what: string, bytes: Uint8Array): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < bytes.length; at++) {
    switch (bytes[at]) {
      case quotationMark:
        for (at++; at < bytes.length && bytes[at] !== quotationMark; at++) if (bytes[at] === backslash) at++
        break
      case 0x5b:
      case 0x7b:
        values++
        if (++depth > mostDepth)
          throw new InputError(`${what}: expected at most ${mostDepth} levels, got more.`)
        break
      case 0x5d:
      case 0x7d:
        depth--
        break
      case 0x2c:
        values++
        break
    }
  }
  if (values > mostValues) throw new InputError(`${what}: expected at most ${mostValues} values, got more.`)
}

/**
 * What a JSON document says, whoever wrote it: not yet checked, but bounded in depth and size, so that reading it can neither hang nor use up
 * memory. Throws an `InputError`; `what` names the document in its sentence.
 */
export function parseBoundedJson(what: string, bytes: Uint8Array): unknown {
  checkBounds(what, bytes)
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes))
  } catch (error) {
    throw new InputError(
      `${what}: expected a JSON document, got something else (${messageInSentence(error)}).`,
      {
        cause: error,
      },
    )
  }
}
