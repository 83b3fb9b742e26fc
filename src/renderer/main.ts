import { mount } from 'svelte'
import App from './App.svelte'
import { connectApi } from './api.ts'
import { Workbench } from './state/workbench.svelte.ts'
import './styles/tokens.css'
import './styles/base.css'

const workbench = new Workbench(connectApi())
mount(App, {
  target: document.body,
  props: { workbench, isTest: new URLSearchParams(location.search).has('test') },
})
