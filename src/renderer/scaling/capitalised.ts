/** A label as it begins a line. */
export function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}
