/** The element that scrolls what is in the host up and down; null: none does. */
export function scrolledAround(host: Element): Element | null {
  for (let element = host.parentElement; element !== null; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element)
    if (overflowY === 'auto' || overflowY === 'scroll') return element
  }
  return null
}
