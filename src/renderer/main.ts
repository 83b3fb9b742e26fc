import { mount } from 'svelte'
import App from './App.svelte'
import { connectApi } from './api.ts'
import { Lab } from './state/lab.svelte.ts'
import './styles/tokens.css'
import './styles/base.css'

const lab = new Lab(connectApi())
mount(App, {
  target: document.body,
  props: { lab, isTest: new URLSearchParams(location.search).has('test') },
})
