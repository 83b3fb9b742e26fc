import { messageOf } from '#shared/message-of.ts'
import { languageFor, texts, useLanguage } from '#shared/texts/texts.ts'
import { mount } from 'svelte'
import '../renderer/styles/tokens.css'
import '../renderer/styles/contrast.css'
import '../renderer/styles/base.css'
import './viewer.css'
import alwaysStyle from './always.css?inline'
import { watchContrast } from '../renderer/state/contrast.svelte.ts'
import { watchTextScale } from '../renderer/state/text-scale.svelte.ts'
import { Faces } from './faces.svelte.ts'
import { readReport } from './read-report.ts'
import ReportView from './ReportView.svelte'
import { ReportDesk } from './report-desk.ts'

/** Made here, not in the page: without scripts there is nothing that it is about. */
function addStyle(text: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

function findFaces(): Faces {
  const viewer = document.querySelector<HTMLStyleElement>('style#taskscope-viewer-style')
  if (viewer === null) throw new Error('the style sheet is missing from this file')
  return new Faces({
    viewer,
    document: [...document.querySelectorAll('style')].filter((style) => style !== viewer),
  })
}

/** Resolves when all of the page has been read: the run comes last in it. */
function wholePage(): Promise<unknown> {
  if (document.readyState !== 'loading') return Promise.resolve()
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
}

function makeHost(): { readonly host: HTMLElement; readonly status: HTMLElement } {
  const host = document.createElement('div')
  host.id = 'taskscope-viewer'
  const status = document.createElement('p')
  status.className = 'taskscope-status'
  status.textContent = texts().viewer.opening
  host.append(status)
  document.body.prepend(host)
  return { host, status }
}

/**
 * Opens the viewer in place of the document, at once: laying out the document of a large run would take longer than opening it here.
 * Where that fails, the document is there as without scripts, and a line above it says why.
 */
async function open(): Promise<void> {
  // The exporter has written it in the language that this is in.
  useLanguage(languageFor([document.documentElement.lang]))
  addStyle(alwaysStyle)
  const { host, status } = makeHost()
  let faces: Faces | null = null
  try {
    faces = findFaces()
    faces.show('viewer')
    await wholePage()
    const report = await readReport((id) => document.getElementById(id)?.textContent ?? null)
    watchTextScale()
    watchContrast()
    const desk = new ReportDesk(report)
    status.remove()
    mount(ReportView, { target: host, props: { desk, faces, report } })
  } catch (error) {
    faces?.show('document')
    status.className = 'taskscope-problem'
    status.role = 'alert'
    status.dataset['testid'] = 'viewer-problem'
    status.textContent = texts().viewer.failed(messageOf(error).replace(/\.$/, ''))
    host.replaceChildren(status)
    throw error
  }
}

void open()
