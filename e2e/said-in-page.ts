import type { Page } from '@playwright/test'
import { english } from '../src/shared/texts/english/index.ts'
import { german } from '../src/shared/texts/german/index.ts'

/** Everything in view of a page that people read, hear or are told by a tip, each text once. */
export async function saidIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = new Set<string>()
    const add = (text: string | null): void => {
      const plain = (text ?? '').replace(/[\s\u202f]+/g, ' ').trim()
      if (plain !== '') said.add(plain)
    }
    for (const element of document.querySelectorAll('body *')) {
      const isShown = element.checkVisibility() || element.closest('svg, option, optgroup') !== null
      // What is in another language says so: terms of licences are never translated.
      if (!isShown || element.closest('style, script, body [lang]') !== null) continue
      for (const name of [
        'title',
        'aria-label',
        'aria-description',
        'aria-roledescription',
        'placeholder',
        'alt',
      ])
        add(element.getAttribute(name))
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) add(node.textContent)
    }
    return [...said]
  })
}

/** Places where text, or the page itself, is wider than what shows it: the beginning of each such text. */
export async function cutOffIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) cut.push('the page itself')
    for (const element of document.querySelectorAll(
      'button, label, th, td, dt, dd, h2, h3, legend, [role="tab"], p',
    )) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue
      const { overflowX, textOverflow, position } = getComputedStyle(element)
      // What ends in an ellipsis on purpose has a tip, or another place, that says all of it.
      if (
        textOverflow === 'ellipsis' ||
        position === 'absolute' ||
        element.closest('.visually-hidden') !== null
      )
        continue
      if (overflowX !== 'auto' && overflowX !== 'scroll' && element.scrollWidth > element.clientWidth + 1)
        cut.push(`${element.tagName.toLowerCase()}: ${element.textContent.trim().slice(0, 60)}`)
    }
    return cut
  })
}

type Message = string | ((...parameters: unknown[]) => unknown)

function messagesOf(part: unknown): readonly Message[] {
  if (typeof part === 'string' || typeof part === 'function') return [part as Message]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(messagesOf) : []
}

const gap = '‹›'

/** The fixed parts of a message. */
function piecesOf(message: Message): readonly string[] {
  if (typeof message === 'string') return [message]
  try {
    const sentence = message(...Array.from({ length: message.length }, () => gap))
    return typeof sentence === 'string' ? sentence.split(/[‹›{}]+|undefined|NaN/) : []
  } catch {
    return []
  }
}

const plain = (text: string): string => text.replace(/[\s\u202f]+/g, ' ').trim()

const piecesIn = (catalogue: unknown): ReadonlySet<string> =>
  new Set(
    messagesOf(catalogue)
      .flatMap(piecesOf)
      .map(plain)
      .filter((piece) => /\p{L}{2}/u.test(piece)),
  )

const germanPieces = piecesIn(german)
/** What the catalogue says in English only. */
const englishPieces = [...piecesIn(english)].filter((piece) => !germanPieces.has(piece))
const wholeTexts = new Set(englishPieces)
/** Long enough not to stand in a German text by chance. */
const partsOfTexts = englishPieces.filter((piece) => piece.length >= 12 && piece.includes(' '))

/** Those of some texts that are English messages of the catalogue, or hold a part of one, where the German one reads otherwise. */
export function englishAmong(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => wholeTexts.has(text) || partsOfTexts.some((part) => text.includes(part)))
}
