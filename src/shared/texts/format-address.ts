import { byteUnitChoices, numberFormats } from '../model/app-settings.ts'
import { standardFormat, type TextFormat } from './language.ts'
import { languageFor } from './texts.ts'

/** How the page of an address is to write, as its query: what it must know before it says anything. */
export function formatQuery({ language, numbers, byteUnits }: TextFormat): string {
  return `language=${language}&numbers=${numbers}&byteUnits=${byteUnits}`
}

/** A `URLSearchParams`: here is neither a browser nor Node. */
interface Query {
  get(name: string): string | null
}

/** How a page with this query is to write; what it does not say, or nobody knows, is standard. */
export function formatOfQuery(query: Query): TextFormat {
  const numbers = query.get('numbers')
  const byteUnits = query.get('byteUnits')
  return {
    language: languageFor([query.get('language') ?? '']),
    numbers: numberFormats.find((format) => format === numbers) ?? standardFormat.numbers,
    byteUnits: byteUnitChoices.find((units) => units === byteUnits) ?? standardFormat.byteUnits,
  }
}
