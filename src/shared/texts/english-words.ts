/** Words that every other English sentence has and no German one: for tests that look for what was not translated. */
const telling =
  /\b(?:the|of|and|were|with|its|their|from|that|which|by|not|has|have|had|task|tasks|slot|slots|core|cores|time|makespan|measured|known)\b/i

/** The first English word of a text; null: it has none of the common ones. */
export function englishWordIn(text: string): string | null {
  return telling.exec(text)?.[0] ?? null
}
