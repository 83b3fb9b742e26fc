/**
 * Reads a table by the grammar of RFC 4180, for tests: every record ends with CR LF and has as many fields as the first; quotes
 * stand only around a whole field, and doubled within one. Throws at the first offence.
 */
export function parseCsvStrictly(source: string): string[][] {
  const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < source.length) {
    field.lastIndex = at
    const [whole = '', quoted, bare] = field.exec(source) ?? []
    record.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    at += whole.length
    if (source.startsWith(',', at)) at += 1
    else if (source.startsWith('\r\n', at)) {
      at += 2
      records.push(record)
      record = []
      if (records.at(-1)?.length !== records[0]?.length)
        throw new Error(`Expected ${records[0]?.length ?? 0} fields, got ${records.at(-1)?.length ?? 0}`)
    } else throw new Error(`Expected the end of a field, got ${source.slice(at, at + 40)}`)
  }
  if (record.length > 0) throw new Error('Expected CR LF at the end')
  return records
}
