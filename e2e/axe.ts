import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds wrong with the page as it is, a line each: where it was, rule, impact and elements. Empty: nothing, of whatever impact. */
export async function axeFindings(page: Page, place: string, rules?: readonly string[]): Promise<string[]> {
  // The other mode opens a page of its own for its results, which an app's windows do not let it.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  // All rules but this one hold: a window is an app and not a document, whose parts have names rather than headings.
  if (rules === undefined) builder.disableRules(['page-has-heading-one'])
  else builder.withRules([...rules])
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${place}: ${id} (${impact ?? 'unknown'}) ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
    ),
  )
}
