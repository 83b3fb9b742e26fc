const datePattern = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:t(\d{1,2}):(\d{2}))?)?)?$/

/**
 * When a date as it is written in a query begins, by the local clock, in ms since 1970: a year, a month, a day or a minute
 * ("2026", "2026-11", "2026-11-01", "2026-11-01t14:30"); null where it is no date.
 */
export function beginOfDate(text: string): number | null {
  const found = datePattern.exec(text)
  if (found === null) return null
  const [, year, month = '1', day = '1', hour = '0', minute = '0'] = found.map(
    (part) => part as string | undefined,
  )
  const date = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  // 31 November is 1 December to `Date`, and no date to people.
  const isReal = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day)
  return isReal && Number(hour) < 24 && Number(minute) < 60 ? date.getTime() : null
}
