/** Puts text on the clipboard. Needs no permission, unlike `navigator.clipboard`: the page may ask for none. */
export function copyText(text: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', fill, { once: true, capture: true })
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that asks for no permission
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  return isCopied
}
