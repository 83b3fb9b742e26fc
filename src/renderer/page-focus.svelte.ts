import type { Views } from './state/views.svelte.ts'

/**
 * Gives the focus back to what a page was opened with, when it is closed; after a reload, when nobody knows that any more, to the tab of the
 * view. To be called while a component is being set up.
 */
export function returnFocusFromPages(views: Views): void {
  let focusedBefore: Element | null = null
  // Before the page takes it.
  $effect.pre(() => {
    if (views.page !== null) focusedBefore ??= document.activeElement
  })
  $effect(() => {
    if (views.page !== null || focusedBefore === null) return
    const isLost = document.activeElement === null || document.activeElement === document.body
    const opener =
      focusedBefore === document.body ? document.getElementById(`view-tab-${views.current}`) : focusedBefore
    if (isLost && opener instanceof HTMLElement) opener.focus()
    focusedBefore = null
  })
}
