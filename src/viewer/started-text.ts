/** A time of the wall clock to the second, the same wherever the report is opened; as it is where it is none. */
export function startedText(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
