/** A report looks like an instrument, or like a document to be read and printed. */
export type FaceName = 'viewer' | 'document'

export interface FaceStyles {
  /** The style sheet of the viewer. */
  readonly viewer: { media: string }
  /** All others: those of the document. */
  readonly document: readonly { media: string }[]
}

/** Which of its two faces the page shows. On paper it is a document in any case. */
export class Faces {
  readonly #styles: FaceStyles
  #current = $state<FaceName>('document')

  constructor(styles: FaceStyles) {
    this.#styles = styles
  }

  get current(): FaceName {
    return this.#current
  }

  show(face: FaceName): void {
    this.#current = face
    const isViewer = face === 'viewer'
    this.#styles.viewer.media = isViewer ? 'screen' : 'not all'
    for (const style of this.#styles.document) style.media = isViewer ? 'print' : 'all'
  }
}
