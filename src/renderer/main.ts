import { languageFor, useLanguage } from '#shared/texts/texts.ts'
import { mount } from 'svelte'
import App from './App.svelte'
import { connectApi } from './api.ts'
import { watchContrast } from './state/contrast.svelte.ts'
import { watchTextScale } from './state/text-scale.svelte.ts'
import { Workbench } from './state/workbench.svelte.ts'
import './styles/tokens.css'
import './styles/contrast.css'
import './styles/base.css'

const address = new URLSearchParams(location.search)
// Before anything is said: what the address asks for, and English where that is no language of the catalogue.
const language = languageFor([address.get('language') ?? ''])
useLanguage(language)
document.documentElement.lang = language
watchTextScale()
watchContrast()
const workbench = new Workbench(connectApi())
mount(App, {
  target: document.body,
  props: { workbench, isTest: address.has('test') },
})
