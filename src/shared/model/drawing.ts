/** What a browser engine turns a page or a picture into. Files are named by their full paths. */
export type Drawing =
  /** A page of ours (HTML), printed: its own style sheet sets size and breaks. */
  | { readonly kind: 'pdf'; readonly source: string; readonly out: string }
  /** A picture of ours (SVG), `width` by `height` CSS pixels, drawn with two dots to each. */
  | {
      readonly kind: 'png'
      readonly source: string
      readonly out: string
      readonly width: number
      readonly height: number
    }
