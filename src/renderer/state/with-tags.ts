import { labelBounds } from '#shared/model/saved-run.ts'

/** Tags and those that a text names, apart by commas; none twice, none empty, none longer than a tag may be. */
export function withTags(tags: readonly string[], text: string): readonly string[] {
  const given = text.split(',').map((tag) => tag.trim().replace(/\s+/g, ' ').slice(0, labelBounds.tag))
  return [...new Set([...tags, ...given.filter((tag) => tag !== '')])]
}
