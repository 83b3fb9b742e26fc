import { expect, test } from 'vitest'
import { Faces } from './faces.svelte.ts'

/** What is on the screen and what comes out on paper, by style sheet. */
function page() {
  const viewer = { media: 'not all' }
  const document = [{ media: '' }, { media: '' }]
  const faces = new Faces({ viewer, document })
  return { faces, media: () => [viewer.media, ...document.map(({ media }) => media)] }
}

test('nothing changes before a face is asked for: the page is the document that it is without scripts', () => {
  const { faces, media } = page()
  expect([faces.current, media()]).toEqual(['document', ['not all', '', '']])
})

test('the viewer is for the screen, and paper still gets the document', () => {
  const { faces, media } = page()
  faces.show('viewer')
  expect([faces.current, media()]).toEqual(['viewer', ['screen', 'print', 'print']])
})

test('the document comes back whole', () => {
  const { faces, media } = page()
  faces.show('viewer')
  faces.show('document')
  expect([faces.current, media()]).toEqual(['document', ['not all', 'all', 'all']])
})
