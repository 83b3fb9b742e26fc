import { formatOfQuery } from '#shared/texts/format-address.ts'
import { useTextFormat } from '#shared/texts/language.ts'
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
// Before anything is said.
const textFormat = formatOfQuery(address)
useTextFormat(textFormat)
document.documentElement.lang = textFormat.language
watchTextScale()
watchContrast()
const workbench = new Workbench(connectApi())
mount(App, {
  target: document.body,
  props: { workbench, isTest: address.has('test') },
})
