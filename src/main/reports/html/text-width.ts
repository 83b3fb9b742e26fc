const narrow = /[iljtfrI.,:;'|!()[\] ]/
const wide = /[mwMW@%–—…]/
const upper = /[A-Z&?#]/
const plain = /[\x20-\x7e–—…’]/

/**
 * An upper bound for the width of a text set at 11 px in a system font: nothing can be measured here, and a name that is cut
 * is worse than a name left out.
 */
export function mostTextWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (!plain.test(character)) width += 13
    else if (wide.test(character)) width += 11
    else if (narrow.test(character)) width += 4.5
    else width += upper.test(character) ? 8.5 : 7
  }
  return width
}
